import {ArchiveIcon} from '@sanity/icons/Archive'
import {BasketIcon} from '@sanity/icons/Basket'
import {AddCircleIcon} from '@sanity/icons/AddCircle'
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {DownloadIcon} from '@sanity/icons/Download'
import {TagIcon} from '@sanity/icons/Tag'
import {useTranslation} from 'sanity'
import type {StockCover} from '../../domain/cover.ts'
import {productCover} from '../../domain/analytics/productCover.ts'
import {stockColumns} from '../../csv/openingStock.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {
  useSanityOperations,
  useShopSettings,
  useShopSnapshot,
  useShopStore,
} from '../../realtime/index.ts'
import {useDownloadCsv} from '../csv/DownloadCsv.tsx'
import {BulkButton} from '../table/BulkButton.tsx'
import {useBulk} from '../table/useBulk.ts'
import {useRefusal} from '../table/useRefusal.ts'
import type {StockTask} from './StockDialog.tsx'
import type {StockTableRow} from './stockRows.ts'

export interface StockBulkProps {
  rows: readonly StockTableRow[]
  onTask: (task: StockTask) => void
}

/** What can be done with the chosen products: goods in, counted, ordered again, labels, a file, out of sale. */
export function StockBulk({rows, onTask}: StockBulkProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {currency} = useShopSettings()
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const operations = useSanityOperations()
  const {download, working: isWriting} = useDownloadCsv()
  const {start, working} = useBulk()
  const refusalOf = useRefusal()
  const levels = rows.flatMap(({level}) => level ?? [])
  const active = rows.filter(({product}) => product.isActive)
  const {related} = useShopStore()
  const tracked = rows.filter(({product}) => product.trackStock)
  const untracked = tracked.length === 0 ? t('bulk.no-stock-kept') : undefined
  const toOrder = proposalsFor(tracked, related.coverOf)
  return (
    <>
      <BulkButton
        icon={AddCircleIcon}
        onClick={(button) => onTask({kind: 'receive', products: toStart(tracked), button})}
        refusal={refusalOf('stock.receive') ?? untracked}
        text={t('bulk.receive')}
      />
      <BulkButton
        icon={ClipboardIcon}
        onClick={(button) => onTask({kind: 'count', products: toStart(tracked), button})}
        refusal={refusalOf('stock.count') ?? untracked}
        text={t('bulk.count')}
      />
      <BulkButton
        icon={BasketIcon}
        onClick={(button) => onTask({kind: 'receive', products: toOrder, button})}
        refusal={
          refusalOf('stock.receive') ??
          (toOrder.length === 0 ? (untracked ?? t('bulk.enough')) : undefined)
        }
        text={t('bulk.reorder', {count: toOrder.length})}
      />
      <BulkButton
        icon={TagIcon}
        onClick={(button) => onTask({kind: 'labels', products: toStart(rows), button})}
        text={t('bulk.labels')}
      />
      <BulkButton
        icon={DownloadIcon}
        onClick={() =>
          void download({
            fileName: 'stock',
            columns: stockColumns({currency, products}),
            rows: () => levels,
          })
        }
        refusal={levels.length === 0 ? t('bulk.no-stock') : undefined}
        text={t('bulk.export')}
        working={isWriting}
      />
      <BulkButton
        icon={ArchiveIcon}
        onClick={() => start(active, ({id}) => operations.products.archive(id))}
        refusal={
          refusalOf('products.archive') ??
          (active.length === 0 ? t('bulk.all-inactive') : undefined)
        }
        text={t('bulk.archive', {count: active.length})}
        working={working}
      />
    </>
  )
}

const toStart = (rows: readonly StockTableRow[]): StockTask['products'] =>
  rows.map(({id}) => ({product: id}))

/** For how many days what is ordered should last. */
const COVER_DAYS = 30

/** What to order of each at the pace of late, by the rule of the reorder proposal; what is there in plenty is left out. */
function proposalsFor(
  rows: readonly StockTableRow[],
  coverOf: (product: string) => StockCover | undefined,
): StockTask['products'] {
  return rows.flatMap(({product, level}) => {
    const {sold = 0, days = COVER_DAYS} = coverOf(product._id) ?? {}
    const {proposal} = productCover(product, level, sold, {days, coverDays: COVER_DAYS})
    return proposal > 0 ? [{product: product._id, quantity: proposal}] : []
  })
}
