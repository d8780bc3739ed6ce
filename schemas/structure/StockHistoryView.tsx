import {Box, Button, Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, useState} from 'react'
import {useCurrentLocale, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import type {UserViewComponent} from 'sanity/structure'
import {EmptyState} from '../../plugin/components/EmptyState.tsx'
import {createShopFormat} from '../../plugin/components/format.ts'
import type {ShopFormat} from '../../plugin/components/format.ts'
import {LevelChart} from '../../plugin/components/LevelChart.tsx'
import type {StockTransaction} from '../../plugin/domain/documents.ts'
import {SHOP_NAMESPACE} from '../../plugin/i18n/index.ts'
import {useDocument, useProductLedger, useShopSettings} from '../../plugin/realtime/index.ts'

/** As many movements as one looks through; older ones come page by page. */
const PAGE = 1000
const ROWS = 40

/** Why there are 7: the level of a product over time, with what moved it under the slider. */
export const StockHistoryView: UserViewComponent = ({documentId}: {documentId: string}) => {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {documents, loading, error, hasMore, loadMore} = useProductLedger(documentId, {
    pageSize: PAGE,
  })
  const ledger = useMemo(() => documents.toReversed(), [documents])
  if (ledger.length === 0) {
    const waiting = loading && error === null
    return (
      <EmptyState
        hint={waiting ? undefined : t('history.empty.hint')}
        title={error?.message ?? t(waiting ? 'history.loading' : 'history.empty.title')}
      />
    )
  }
  return (
    <Stack data-testid="shop-history" gap={4} padding={4}>
      <History ledger={ledger} product={documentId} />
      {hasMore && (
        <Flex align="center" gap={3} wrap="wrap">
          <Button
            disabled={loading}
            fontSize={1}
            loading={loading}
            mode="ghost"
            onClick={loadMore}
            padding={3}
            text={t('history.older')}
          />
          <Text muted size={1}>
            {t('history.limit', {count: ledger.length})}
          </Text>
        </Flex>
      )}
    </Stack>
  )
}

function History({ledger, product}: {ledger: readonly StockTransaction[]; product: string}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useFormat()
  const reorderLevel = useDocument('product', product)?.reorderLevel
  // Sequence of the entry that is looked at; absent: the newest, whatever comes.
  const [sequence, setSequence] = useState<number>()
  const found = ledger.findIndex((entry) => entry.sequence === sequence)
  const selected = found === -1 ? ledger.length - 1 : found
  const entry = ledger[selected]
  if (entry === undefined) return null
  const points = ledger.map(({occurredAt, balanceAfter}) => ({
    at: Date.parse(occurredAt),
    level: balanceAfter,
  }))
  const words = describe(entry, format, t)
  const from = Math.max(0, Math.min(selected - ROWS / 2, ledger.length - ROWS))
  return (
    <Stack gap={4}>
      <Card border padding={4} radius={2}>
        <Stack gap={4}>
          <Flex align="baseline" gap={3} justify="space-between" wrap="wrap">
            <Text data-testid="shop-history-level" size={4} weight="semibold">
              {format.quantity(entry.balanceAfter, entry.unit)}
            </Text>
            <Text aria-live="polite" muted size={1}>
              {words}
            </Text>
          </Flex>
          <LevelChart
            height={140}
            points={points}
            reorderLevel={reorderLevel}
            selected={selected}
            title={t('history.chart', {count: ledger.length})}
          />
          <input
            aria-label={t('history.slider')}
            aria-valuetext={words}
            max={ledger.length - 1}
            min={0}
            onChange={(event) => {
              const index = Number(event.currentTarget.value)
              setSequence(index === ledger.length - 1 ? undefined : ledger[index]?.sequence)
            }}
            step={1}
            style={{accentColor: 'var(--card-link-fg-color)', margin: 0, width: '100%'}}
            type="range"
            value={selected}
          />
        </Stack>
      </Card>
      <Stack aria-label={t('history.list')} as="ul" gap={1} style={{listStyle: 'none', padding: 0}}>
        {ledger
          .slice(from, from + ROWS)
          .toReversed()
          .map((row) => (
            <li key={row._id}>
              <Movement entry={row} format={format} isSelected={row === entry} />
            </li>
          ))}
      </Stack>
    </Stack>
  )
}

function Movement(props: {entry: StockTransaction; format: ShopFormat; isSelected: boolean}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {entry, format, isSelected} = props
  const row = (
    <Card padding={3} radius={2} tone={isSelected ? 'primary' : 'default'}>
      <Flex align="center" gap={3}>
        <Box flex={1} style={{minWidth: 0}}>
          <Text size={1} textOverflow="ellipsis">
            {describe(entry, format, t)}
          </Text>
        </Box>
        <Text size={1} style={{fontVariantNumeric: 'tabular-nums'}} weight="medium">
          {format.quantity(entry.balanceAfter, entry.unit)}
        </Text>
      </Flex>
    </Card>
  )
  const source = entry.source?._ref
  const type = source?.split('.')[0]
  if (source === undefined || type === undefined) return row
  return (
    <IntentLink
      aria-current={isSelected ? true : undefined}
      intent="edit"
      params={{id: source, type}}
      style={{color: 'inherit', textDecoration: 'none'}}
    >
      {row}
    </IntentLink>
  )
}

/** `−2 pcs · Sale · B-2026-00104 · Asha · 3 Nov 2026, 10:00`. */
function describe(entry: StockTransaction, format: ShopFormat, t: (key: string) => string): string {
  const words = [
    format.change(entry.quantity, entry.unit),
    t(`movement.kind.${entry.kind}`),
    entry.source?.label,
    entry.kind === 'sale' ? undefined : entry.reason,
    entry.actor.name,
    format.time(entry.occurredAt),
  ]
  return [...new Set(words.filter((word) => word !== undefined && word !== ''))].join(' · ')
}

function useFormat(): ShopFormat {
  const locale = useCurrentLocale().id
  const {currency, timeZone} = useShopSettings()
  return createShopFormat({locale, currency, timeZone})
}
