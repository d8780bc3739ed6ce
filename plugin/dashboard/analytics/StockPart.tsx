import {Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId, useMemo} from 'react'
import {useTranslation} from 'sanity'
import {lengthOf} from '../../domain/analytics/periods.ts'
import {productCovers} from '../../domain/analytics/productCover.ts'
import {stockLevelId} from '../../domain/ids.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSalesCount, useShopSnapshot} from '../../realtime/index.ts'
import {useViewParams} from '../useViewParams.ts'
import type {PartProps} from './partProps.ts'
import {CountProgress} from './CountProgress.tsx'
import {CoverPanel} from './stock/CoverPanel.tsx'
import {DeadStockPanel} from './stock/DeadStockPanel.tsx'
import {ReorderPanel} from './stock/ReorderPanel.tsx'

const DEFAULT_COVER = 30
const MOST_COVER = 730

/** What to order, what lies there unsold, how long the stock lasts: levels of now against sales of the range. */
export function StockPart({range}: PartProps) {
  const result = useSalesCount(range)
  const sold = result.counting?.count.products
  const {coverDays, setCoverDays} = useCoverDays()
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const levels = useShopSnapshot((snapshot) => snapshot.stockLevels)
  const days = lengthOf(range)
  const covers = useMemo(
    () =>
      productCovers(
        products.values(),
        (product) => levels.get(stockLevelId(product)),
        (product) => sold?.get(product)?.quantity ?? 0,
        {days, coverDays},
      ),
    [products, levels, sold, days, coverDays],
  )
  return (
    <Stack gap={3}>
      <CountProgress result={result} />
      {result.progress === 1 && (
        <>
          <CoverInput coverDays={coverDays} onChange={setCoverDays} />
          <ReorderPanel covers={covers} />
          <DeadStockPanel covers={covers} />
          <CoverPanel covers={covers} />
        </>
      )}
    </Stack>
  )
}

/** `?cover=45` */
function useCoverDays() {
  const {get, set} = useViewParams()
  const asked = Number(get('cover'))
  const isAsked = Number.isInteger(asked) && asked > 0 && asked <= MOST_COVER
  return {
    coverDays: isAsked ? asked : DEFAULT_COVER,
    setCoverDays: (days: number) => set({cover: String(days)}),
  }
}

function CoverInput(props: {coverDays: number; onChange: (days: number) => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const id = useId()
  return (
    <Flex align="center" gap={2}>
      <Text as="label" htmlFor={id} muted size={1}>
        {t('analytics.cover-days')}
      </Text>
      <TextInput
        fontSize={1}
        id={id}
        max={MOST_COVER}
        min={1}
        onChange={({currentTarget: {value}}) => {
          const days = Number(value)
          if (Number.isInteger(days) && days > 0) props.onChange(Math.min(days, MOST_COVER))
        }}
        padding={2}
        radius={2}
        style={{width: 72}}
        type="number"
        value={String(props.coverDays)}
      />
    </Flex>
  )
}
