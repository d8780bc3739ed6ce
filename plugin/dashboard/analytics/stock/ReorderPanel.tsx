import {Button} from '@sanity/ui'
import {useMemo, useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {ShopDialog} from '../../../actions/shared/ShopDialog.tsx'
import {StockSheetDialog} from '../../../actions/stockSheet/StockSheetDialog.lazy.ts'
import type {SheetStart} from '../../../actions/stockSheet/useSheet.ts'
import {usePreload} from '../../../components/lazyComponent.tsx'
import {reorderProposal} from '../../../domain/analytics/productCover.ts'
import type {ProductCover} from '../../../domain/analytics/productCover.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {FigurePanel} from '../FigurePanel.tsx'
import {useCoverColumns} from './useCoverColumns.tsx'

const COLUMNS = ['product', 'sku', 'on-hand', 'sold', 'cover', 'reorder-level', 'proposal'] as const

const DIALOGS = [StockSheetDialog]

const toStart = (rows: readonly ProductCover[]): SheetStart['products'] =>
  rows.map(({product, proposal}) => ({product: product._id, quantity: proposal}))

/** What to order; once it has come, the proposal becomes a receipt. */
export function ReorderPanel({covers}: {covers: readonly ProductCover[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const rows = useMemo(() => reorderProposal(covers), [covers])
  usePreload(DIALOGS, rows.length > 0)
  const button = useRef<HTMLButtonElement>(null)
  // The proposal of the moment: it must not change under the hands of whoever receives.
  const [receiving, setReceiving] = useState<SheetStart['products']>()
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
            onClick={() => setReceiving(toStart(rows))}
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
          <StockSheetDialog mode="receive" onClose={close} products={receiving} />
        </ShopDialog>
      )}
    </>
  )
}
