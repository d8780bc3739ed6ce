import {Button} from '@sanity/ui'
import {lazy, useMemo, useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {ShopDialog} from '../../../actions/shared/ShopDialog.tsx'
import {reorderProposal} from '../../../domain/analytics/stockCover.ts'
import type {StockCover} from '../../../domain/analytics/stockCover.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {FigurePanel} from '../FigurePanel.tsx'
import {useCoverColumns} from './useCoverColumns.tsx'

const COLUMNS = ['product', 'sku', 'on-hand', 'sold', 'cover', 'reorder-level', 'proposal'] as const

const ReorderDialog = lazy(() => import('./ReorderDialog.tsx'))

/** What to order; once it has come, the proposal becomes a receipt. */
export function ReorderPanel({covers}: {covers: readonly StockCover[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const rows = useMemo(() => reorderProposal(covers), [covers])
  const button = useRef<HTMLButtonElement>(null)
  // The proposal of the moment: it must not change under the hands of whoever receives.
  const [receiving, setReceiving] = useState<readonly StockCover[]>()
  const close = () => {
    setReceiving(undefined)
    button.current?.focus()
  }
  return (
    <>
      <FigurePanel
        aside={
          <Button
            fontSize={1}
            mode="ghost"
            onClick={() => setReceiving(rows)}
            padding={2}
            ref={button}
            text={t('analytics.reorder.receive')}
          />
        }
        columns={useCoverColumns(COLUMNS)}
        emptyHint={t('analytics.reorder.none-hint')}
        emptyTitle={t('analytics.reorder.none')}
        fileName="reorder-proposal"
        keyOf={({product}) => product._id}
        note={t('analytics.reorder.note')}
        rows={rows}
        title={t('analytics.reorder')}
      />
      {receiving !== undefined && (
        <ShopDialog>
          <ReorderDialog onClose={close} proposal={receiving} />
        </ShopDialog>
      )}
    </>
  )
}
