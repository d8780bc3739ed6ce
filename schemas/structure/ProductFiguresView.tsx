import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useCurrentLocale, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {UserViewComponent} from 'sanity/structure'
import {EmptyState} from '../../plugin/components/EmptyState.tsx'
import {createShopFormat} from '../../plugin/components/format.ts'
import type {ShopFormat} from '../../plugin/components/format.ts'
import {compareText, stockState} from '../../plugin/domain/alerts.ts'
import type {StockState} from '../../plugin/domain/alerts.ts'
import type {Product} from '../../plugin/domain/documents.ts'
import {attributeKey, stockLevelId} from '../../plugin/domain/ids.ts'
import {SHOP_NAMESPACE} from '../../plugin/i18n/index.ts'
import {
  useDocument,
  useShopSettings,
  useShopSnapshot,
  useShopStore,
} from '../../plugin/realtime/index.ts'

const TONES = {
  untracked: 'default',
  enough: 'positive',
  low: 'caution',
  out: 'critical',
  negative: 'critical',
} as const satisfies Record<StockState, string>

/** The products of a brand or category with what is on the shelf and what they sold, live. */
export function createProductFiguresView(by: 'brand' | 'category'): UserViewComponent {
  return function ProductFiguresView({documentId}: {documentId: string}) {
    const {t} = useTranslation(SHOP_NAMESPACE)
    const {related} = useShopStore()
    const format = useFormat()
    const products = useShopSnapshot(() =>
      by === 'brand' ? related.productsByBrand(documentId) : related.productsByCategory(documentId),
    )
    if (products.length === 0) {
      return <EmptyState hint={t('figures.empty.hint')} title={t(`figures.empty.${by}`)} />
    }
    return (
      <Stack gap={4} padding={4}>
        <Sums by={by} format={format} id={documentId} products={products} />
        <Stack
          aria-label={t('figures.products')}
          as="ul"
          gap={1}
          style={{listStyle: 'none', padding: 0}}
        >
          {products
            .toSorted((a, b) => compareText(a.name, b.name))
            .map((product) => (
              <li key={product._id}>
                <ProductRow format={format} product={product} />
              </li>
            ))}
        </Stack>
      </Stack>
    )
  }
}

interface SumsProps {
  by: 'brand' | 'category'
  id: string
  products: readonly Product[]
  format: ShopFormat
}

function Sums({by, id, products, format}: SumsProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const stockLevels = useShopSnapshot((snapshot) => snapshot.stockLevels)
  const daySummaries = useShopSnapshot((snapshot) => snapshot.daySummaries)
  const today = useShopSnapshot(({figures}) => figures.day)
  const states = products.map((product) =>
    stockState(product, stockLevels.get(stockLevelId(product._id))),
  )
  const value = products.reduce(
    (sum, {_id}) => sum + (stockLevels.get(stockLevelId(_id))?.value ?? 0),
    0,
  )
  const key = attributeKey(id)
  const sold = [...daySummaries.values()].map((summary) => ({
    day: summary.day,
    amount: (by === 'brand' ? summary.byBrand : summary.byCategory)[key] ?? 0,
  }))
  const sumOf = (days: readonly {amount: number}[]) =>
    days.reduce((sum, {amount}) => sum + amount, 0)
  const figures = [
    ['products', String(products.length)],
    ['value', format.money(value)],
    ['low', String(states.filter((state) => state === 'low').length)],
    ['out', String(states.filter((state) => state === 'out' || state === 'negative').length)],
    ['sold-today', format.money(sumOf(sold.filter(({day}) => day === today)))],
    ['sold', format.money(sumOf(sold))],
  ] as const
  return (
    <Card border padding={4} radius={2}>
      <Flex gap={5} wrap="wrap">
        {figures.map(([name, text]) => (
          <Stack gap={3} key={name}>
            <Text muted size={0}>
              {t(`figures.${name}`, {count: daySummaries.size})}
            </Text>
            <Text data-testid={`shop-figure-${name}`} size={2} weight="semibold">
              {text}
            </Text>
          </Stack>
        ))}
      </Flex>
    </Card>
  )
}

function ProductRow({product, format}: {product: Product; format: ShopFormat}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const level = useDocument('stockLevel', stockLevelId(product._id))
  const state = stockState(product, level)
  return (
    <IntentLink
      intent="edit"
      params={{id: product._id, type: 'product'}}
      style={{color: 'inherit', textDecoration: 'none'}}
    >
      <Card padding={3} radius={2}>
        <Flex align="center" gap={3}>
          <Stack flex={1} gap={2} style={{minWidth: 0}}>
            <Text size={1} textOverflow="ellipsis" weight="medium">
              {product.name}
            </Text>
            <Text muted size={0}>
              {product.sku}
            </Text>
          </Stack>
          <Text size={1}>{format.money(product.price)}</Text>
          <Badge fontSize={0} tone={TONES[state]}>
            {state === 'untracked'
              ? t('figures.untracked')
              : format.quantity(level?.onHand ?? 0, product.unit)}
          </Badge>
        </Flex>
      </Card>
    </IntentLink>
  )
}

function useFormat(): ShopFormat {
  const locale = useCurrentLocale().id
  const {currency, timeZone} = useShopSettings()
  return createShopFormat({locale, currency, timeZone})
}
