import {memo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {RowCard} from '../../components/RowCard.tsx'
import type {StockTransaction} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useEditLink} from '../useIntent.ts'
import type {RowProps} from './BillRow.tsx'
import {useDocument, useIsPending, useShopSnapshot} from '../../realtime/index.ts'

export const MovementRow = memo(function MovementRow({id, arrived}: RowProps) {
  const movement = useDocument('stockTransaction', id)
  return movement === undefined ? null : <MovementRowOf arrived={arrived} movement={movement} />
})

function MovementRowOf({movement, arrived}: {movement: StockTransaction; arrived: boolean}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const pending = useIsPending(movement._id)
  const day = useShopSnapshot(({figures}) => figures.day)
  const link = useEditLink(movement._id, 'stockTransaction')
  const source = movement.source?.label ?? movement.reason
  return (
    <RowCard
      {...link}
      arrived={arrived}
      figure={format.change(movement.quantity, movement.unit)}
      pending={pending}
      revision={movement._rev}
      subfigure={t('movement.balance', {
        balance: format.quantity(movement.balanceAfter, movement.unit),
      })}
      subtitle={[
        format.time(movement.occurredAt, day),
        t(`movement.kind.${movement.kind}`),
        ...(source === undefined ? [] : [source]),
      ].join(' · ')}
      testId={`shop-row-stockTransaction-${movement._id}`}
      title={movement.productName}
    />
  )
}
