import {Badge, Stack} from '@sanity/ui'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {ShareBars} from '../../components/ShareBars.tsx'
import {abcAnalysis} from '../../domain/analytics/abc.ts'
import type {AbcClass, AbcRow} from '../../domain/analytics/abc.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSalesCount} from '../../realtime/index.ts'
import type {PartProps} from './partProps.ts'
import {CountProgress} from './CountProgress.tsx'
import {FigurePanel} from './FigurePanel.tsx'
import {useColumns} from './useColumns.ts'

const SHOWN = 15

/** Which products make the sales: ABC over the bills of the range. */
export function ProductsPart({range}: PartProps) {
  const result = useSalesCount(range)
  const products = result.counting?.count.products
  const rows = useMemo(() => abcAnalysis(products?.values() ?? []), [products])
  return (
    <Stack gap={3}>
      <CountProgress result={result} />
      {result.progress === 1 && (
        <>
          <BestPanel rows={rows} />
          <AbcPanel rows={rows} />
        </>
      )}
    </Stack>
  )
}

function BestPanel({rows}: {rows: readonly AbcRow[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const columns = useProductColumns()
  const best = rows.slice(0, SHOWN)
  const most = Math.max(1, ...best.map(({net}) => net))
  return (
    <FigurePanel
      chart={
        <ShareBars
          bars={best.map((row) => ({
            key: row.product,
            name: row.name,
            amount: format.money(row.net),
            length: row.net / most,
            note: format.quantity(row.quantity, row.unit),
          }))}
          label={t('analytics.best-products')}
        />
      }
      columns={columns}
      emptyHint={t('analytics.empty.hint')}
      emptyTitle={t('analytics.empty.title')}
      fileName="best-products"
      keyOf={({product}) => product}
      rows={best}
      title={t('analytics.best-products')}
    />
  )
}

const CLASSES: readonly AbcClass[] = ['a', 'b', 'c']

function AbcPanel({rows}: {rows: readonly AbcRow[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const columns = useProductColumns()
  return (
    <FigurePanel
      chart={<ClassBars rows={rows} />}
      columns={columns}
      emptyHint={t('analytics.empty.hint')}
      emptyTitle={t('analytics.empty.title')}
      fileName="abc-analysis"
      keyOf={({product}) => product}
      note={t('analytics.abc.note')}
      rows={rows}
      title={t('analytics.abc')}
    />
  )
}

function ClassBars({rows}: {rows: readonly AbcRow[]}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const sums = CLASSES.map((abc) => {
    const members = rows.filter((row) => row.abc === abc)
    return {abc, count: members.length, net: members.reduce((sum, {net}) => sum + net, 0)}
  })
  const most = Math.max(1, ...sums.map(({net}) => net))
  return (
    <ShareBars
      bars={sums.map(({abc, count, net}) => ({
        key: abc,
        name: t(`analytics.abc.${abc}`),
        amount: format.money(net),
        length: net / most,
        note: t('analytics.abc.products', {count}),
      }))}
      label={t('analytics.abc')}
    />
  )
}

const CLASS_TONES = {a: 'positive', b: 'caution', c: 'default'} as const

function useProductColumns() {
  const columns = useColumns()
  return useMemo(
    () => [
      {
        ...columns.text<AbcRow>('product', ({name}) => name),
        render: ({product, name}: AbcRow) => (
          <IntentLink intent="edit" params={{id: product, type: 'product'}}>
            {name}
          </IntentLink>
        ),
      },
      columns.text<AbcRow>('sku', ({sku}) => sku ?? ''),
      {
        ...columns.text<AbcRow>('class', ({abc}) => abc.toUpperCase()),
        render: ({abc}: AbcRow) => (
          <Badge fontSize={0} tone={CLASS_TONES[abc]}>
            {abc.toUpperCase()}
          </Badge>
        ),
      },
      columns.quantity<AbcRow>(
        'sold',
        ({quantity}) => quantity,
        ({unit}) => unit,
      ),
      columns.count<AbcRow>('bills', ({bills}) => bills),
      columns.money<AbcRow>('net', ({net}) => net),
      columns.money<AbcRow>('margin', ({net, cost}) => net - cost),
      columns.rate<AbcRow>('share', ({share}) => share),
      columns.rate<AbcRow>('cumulated', ({cumulated}) => cumulated),
    ],
    [columns],
  )
}
