import {Box, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import type {StockTransaction} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSnapshot, useShopStore} from '../../realtime/index.ts'
import {useShopFormat} from '../shared/useShop.ts'

const SHOWN = 5

/** What moved this product last, newest first, live: often the answer to why the shelf and the books differ. */
export function LastMovements({product}: {product: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {related} = useShopStore()
  const entries = useShopSnapshot(() => related.entriesByProduct(product))
  const last = entries.slice(-SHOWN).toReversed()
  return (
    <Stack gap={3}>
      <Text muted size={0} weight="medium">
        {t('stock-form.last')}
      </Text>
      {last.length === 0 && (
        <Text muted size={1}>
          {t('stock-form.last.none')}
        </Text>
      )}
      <Stack
        aria-label={t('stock-form.last')}
        as="ul"
        data-testid="shop-last-movements"
        gap={2}
        style={{listStyle: 'none', padding: 0}}
      >
        {last.map((entry) => (
          <li key={entry._id}>
            <Movement entry={entry} />
          </li>
        ))}
      </Stack>
    </Stack>
  )
}

function Movement({entry}: {entry: StockTransaction}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const day = useShopSnapshot(({figures}) => figures.day)
  const words = [
    format.time(entry.occurredAt, day),
    t(`movement.kind.${entry.kind}`),
    entry.source?.label,
    entry.actor.name,
  ]
  return (
    <Flex align="baseline" gap={3} justify="space-between">
      <Box flex={1} style={{minWidth: 0}}>
        <Text muted size={0}>
          {words.filter((word) => word !== undefined).join(' · ')}
        </Text>
      </Box>
      <Text size={0} style={{fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap'}}>
        {`${format.change(entry.quantity, entry.unit)} → ${format.quantity(entry.balanceAfter, entry.unit)}`}
      </Text>
    </Flex>
  )
}
