import {useCallback, useMemo, useState} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import type {Column} from '../table/columns.ts'
import {TableView} from '../table/TableView.tsx'
import {StockBulk} from './StockBulk.tsx'
import {StockDialog} from './StockDialog.tsx'
import type {StockTask} from './StockDialog.tsx'
import {createStockRows, isInStockState, STOCK_STATES} from './stockRows.ts'
import type {StockTableRow} from './stockRows.ts'

/** All products with what is on the shelf. */
export default function InventoryView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const stateLabel = useCallback((state: string) => t(`product.state.${state}`), [t])
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const stockLevels = useShopSnapshot((snapshot) => snapshot.stockLevels)
  const brands = useShopSnapshot((snapshot) => snapshot.brands)
  const categories = useShopSnapshot((snapshot) => snapshot.categories)
  const [stockRows] = useState(createStockRows)
  const rows = useMemo(
    () => stockRows({products, stockLevels, brands, categories}),
    [stockRows, products, stockLevels, brands, categories],
  )
  const columns = useStockColumns()
  const [task, setTask] = useState<StockTask>()
  return (
    <>
      <TableView
        renderBulk={(rows) => <StockBulk onTask={setTask} rows={rows} />}
        columns={columns}
        defaultSort="name"
        emptyHint={t('products.empty.hint')}
        emptyTitle={t('products.empty.title')}
        isInState={isInStockState}
        rows={rows}
        searchLabel={t('inventory.search')}
        stateLabel={stateLabel}
        states={STOCK_STATES}
        stateTitle={t('inventory.column.state')}
        title={t('dashboard.view.inventory')}
      />
      <StockDialog onDone={() => setTask(undefined)} task={task} />
    </>
  )
}

function useStockColumns(): readonly Column<StockTableRow>[] {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const day = useShopSnapshot(({figures}) => figures.day)
  return useMemo(
    () => [
      {name: 'name', title: t('inventory.column.name'), value: ({product}) => product.name},
      {name: 'sku', title: t('inventory.column.sku'), value: ({product}) => product.sku ?? ''},
      {name: 'brand', title: t('inventory.column.brand'), value: ({brand}) => brand},
      {name: 'category', title: t('inventory.column.category'), value: ({category}) => category},
      {
        name: 'on-hand',
        title: t('inventory.column.on-hand'),
        numeric: true,
        value: ({product, level}) => (level?.onHand ?? 0) / 10 ** (product.unit?.decimals ?? 0),
        render: ({product, level, state}) =>
          state === 'untracked' ? '–' : format.quantity(level?.onHand ?? 0, product.unit),
      },
      {
        name: 'reorder',
        title: t('inventory.column.reorder'),
        numeric: true,
        value: ({product}) => (product.reorderLevel ?? 0) / 10 ** (product.unit?.decimals ?? 0),
        render: ({product}) =>
          product.reorderLevel === undefined
            ? '–'
            : format.quantity(product.reorderLevel, product.unit),
      },
      {
        name: 'value',
        title: t('inventory.column.value'),
        numeric: true,
        value: ({level}) => level?.value ?? 0,
        render: ({level}) => format.money(level?.value ?? 0),
      },
      {
        name: 'last',
        title: t('inventory.column.last'),
        value: ({level}) => level?.lastEntry?.at ?? '',
        render: ({level}) =>
          level?.lastEntry === undefined ? '–' : format.recent(level.lastEntry.at, day),
      },
    ],
    [t, format, day],
  )
}
