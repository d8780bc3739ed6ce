import {Badge} from '@sanity/ui'
import {memo} from 'react'
import {useTranslation} from 'sanity'
import {billState, billTones} from '../../actions/shared/states.ts'
import {useBillBalance, useShopFormat} from '../../actions/shared/useShop.ts'
import {RowCard} from '../../components/RowCard.tsx'
import type {Bill} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useEditLink} from '../useIntent.ts'
import {useDocument, useIsPending, useShopSnapshot} from '../../realtime/index.ts'

export interface RowProps {
  id: string
  arrived: boolean
}

export const BillRow = memo(function BillRow({id, arrived}: RowProps) {
  const bill = useDocument('bill', id)
  return bill === undefined ? null : <BillRowOf arrived={arrived} bill={bill} />
})

function BillRowOf({bill, arrived}: {bill: Bill; arrived: boolean}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const balance = useBillBalance(bill._id)
  const pending = useIsPending(bill._id)
  const day = useShopSnapshot(({figures}) => figures.day)
  const link = useEditLink(bill._id, 'bill')
  const state = balance === undefined ? undefined : billState(balance, day)
  return (
    <RowCard
      {...link}
      arrived={arrived}
      figure={format.money(bill.totals?.total ?? 0)}
      pending={pending}
      revision={balance?._rev}
      subfigure={
        state !== undefined && (
          <Badge fontSize={0} tone={billTones[state]}>
            {t(`bill.state.${state}`)}
          </Badge>
        )
      }
      subtitle={[
        format.time(bill.occurredAt, day),
        bill.number,
        t('bill.lines', {count: bill.lines?.length ?? 0}),
      ].join(' · ')}
      testId={`shop-row-bill-${bill._id}`}
      title={bill.customerName ?? t('bill.walk-in')}
    />
  )
}
