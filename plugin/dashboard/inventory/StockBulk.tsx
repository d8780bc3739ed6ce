import {ArchiveIcon} from '@sanity/icons/Archive'
import {DownloadIcon} from '@sanity/icons/Download'
import {useTranslation} from 'sanity'
import {stockColumns} from '../../csv/openingStock.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations, useShopSettings, useShopSnapshot} from '../../realtime/index.ts'
import {useDownloadCsv} from '../csv/DownloadCsv.tsx'
import {BulkButton} from '../table/BulkButton.tsx'
import {useBulk} from '../table/useBulk.ts'
import {useRefusal} from '../table/useRefusal.ts'
import type {StockTableRow} from './stockRows.ts'

/** What can be done with the chosen products: write their stock into a file, take them out of sale. */
export function StockBulk({rows}: {rows: readonly StockTableRow[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {currency} = useShopSettings()
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const operations = useSanityOperations()
  const {download, working: isWriting} = useDownloadCsv()
  const {start, working} = useBulk()
  const refusalOf = useRefusal()
  const levels = rows.flatMap(({level}) => level ?? [])
  const active = rows.filter(({product}) => product.isActive)
  return (
    <>
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
