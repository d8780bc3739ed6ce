import {Box, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useDeferredValue, useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../actions/shared/useShop.ts'
import {SearchInput} from '../../components/SearchInput.tsx'
import {summariesIn, sumSummaries} from '../../domain/analytics/salesSums.ts'
import {addDays} from '../../domain/calendar.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {Guarded} from '../Guarded.tsx'
import {Loading} from '../Loading.tsx'
import {useViewParams} from '../useViewParams.ts'
import {brandRows, categoryRows} from './catalogueRows.ts'
import {CataloguePanel} from './CataloguePanel.tsx'

const SALES_DAYS = 30

/** Categories as a tree and brands as a list, with what stands on their shelves and what was sold. */
export default function CatalogueView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const {get, set} = useViewParams()
  const text = get('q') ?? ''
  const query = useDeferredValue(text.trim().toLowerCase())
  const {categories, brands} = useCatalogueRows()
  const title = t('dashboard.view.catalogue')
  return (
    <Box aria-label={title} as="section" padding={[3, 3, 4]}>
      <Stack gap={3}>
        <Flex align="center" gap={3} wrap="wrap">
          <Heading as="h2" size={1}>
            {title}
          </Heading>
          <SearchInput
            label={t('catalogue.search')}
            onChange={(value) => set({q: value})}
            placeholder={t('list.search')}
            value={text}
          />
          <Text muted size={1}>
            {t('catalogue.sales-note', {count: SALES_DAYS})}
          </Text>
        </Flex>
        {!ready && <Loading text={t('view.loading', {title})} />}
        {ready && (
          <>
            <Guarded title={t('catalogue.categories')}>
              <CataloguePanel query={query} rows={categories} type="category" />
            </Guarded>
            <Guarded title={t('catalogue.brands')}>
              <CataloguePanel query={query} rows={brands} type="brand" />
            </Guarded>
          </>
        )}
      </Stack>
    </Box>
  )
}

function useCatalogueRows() {
  const products = useShopSnapshot((snapshot) => snapshot.products)
  const stockLevels = useShopSnapshot((snapshot) => snapshot.stockLevels)
  const categories = useShopSnapshot((snapshot) => snapshot.categories)
  const brands = useShopSnapshot((snapshot) => snapshot.brands)
  const summaries = useShopSnapshot((snapshot) => snapshot.daySummaries)
  const today = useShopSnapshot(({figures}) => figures.day)
  const sums = useMemo(() => {
    const range = {from: addDays(today, 1 - SALES_DAYS), to: today}
    return sumSummaries(summariesIn(summaries.values(), range))
  }, [summaries, today])
  return {
    categories: useMemo(
      () => categoryRows({products, stockLevels, categories}, sums.byCategory),
      [products, stockLevels, categories, sums],
    ),
    brands: useMemo(
      () => brandRows({products, stockLevels, brands}, sums.byBrand),
      [products, stockLevels, brands, sums],
    ),
  }
}
