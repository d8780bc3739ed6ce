import {Box, Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopReady} from '../../actions/shared/useShop.ts'
import {EmptyState} from '../../components/EmptyState.tsx'
import {LiveList} from '../../components/LiveList.tsx'
import {Panel} from '../../components/Panel.tsx'
import {RowBoundary} from '../../components/RowBoundary.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useActivity} from '../../realtime/index.ts'
import type {Activity} from '../../realtime/index.ts'
import {Loading} from '../Loading.tsx'
import {UnreadableRow} from '../rows/UnreadableRow.tsx'
import {useArrivals} from '../useArrivals.ts'
import {useLiveErrorWords} from '../useReasonWords.ts'
import {ActivityFilters} from './ActivityFilters.tsx'
import {ActivityRow} from './ActivityRow.tsx'
import {useActivityFilter} from './useActivityFilter.ts'

/** Everything that happens in the shop: who, when, why; each row opens its document. */
export default function ActivityView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ready = useShopReady()
  const asked = useActivityFilter()
  const activity = useActivity(asked.filter)
  const title = t('dashboard.view.activity')
  return (
    <Box aria-label={title} as="section" padding={[3, 3, 4]}>
      <Stack gap={3}>
        <Flex align="center" gap={3} wrap="wrap">
          <Heading as="h2" size={1}>
            {title}
          </Heading>
          <ActivityFilters activity={activity} asked={asked} />
        </Flex>
        {!ready && <Loading text={t('view.loading', {title})} />}
        {ready && <Feed activity={activity} onClear={asked.clear} title={title} />}
      </Stack>
    </Box>
  )
}

function Feed(props: {activity: Activity; title: string; onClear: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {items, loading, error} = props.activity
  const errorWords = useLiveErrorWords()
  const byKey = useMemo(() => new Map(items.map((item) => [item.key, item])), [items])
  const keys = useMemo(() => [...byKey.keys()], [byKey])
  const arrived = useArrivals(keys, '')
  return (
    <Panel auto count={items.length} title={t('activity.feed')}>
      {items.length === 0 && loading && <Loading text={t('list.loading')} />}
      {items.length === 0 && !loading && (
        <EmptyState
          action={<Button mode="ghost" onClick={props.onClear} text={t('activity.clear')} />}
          hint={t('activity.empty.hint')}
          title={t('activity.empty.title')}
        />
      )}
      {items.length > 0 && (
        <div style={{display: 'flex', maxHeight: '70vh'}}>
          <LiveList
            ids={keys}
            label={props.title}
            renderRow={(key) => {
              const item = byKey.get(key)
              if (item === undefined) return null
              return (
                <RowBoundary
                  renderFallback={(retry) => (
                    <UnreadableRow
                      id={item.document._id}
                      retry={retry}
                      type={item.document._type}
                    />
                  )}
                >
                  <ActivityRow arrived={arrived.has(key)} item={item} />
                </RowBoundary>
              )
            }}
          />
        </div>
      )}
      {error !== undefined && (
        <Card padding={3} role="alert" tone="critical">
          <Text size={1}>{errorWords(error)}</Text>
        </Card>
      )}
      <Older activity={props.activity} />
    </Panel>
  )
}

function Older({activity: {loadOlder, loading, items}}: {activity: Activity}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  if (items.length === 0 && loadOlder === undefined) return null
  return (
    <Flex justify="center" padding={3}>
      {loadOlder === undefined ? (
        <Text muted size={1}>
          {loading ? t('list.loading') : t('activity.all')}
        </Text>
      ) : (
        <Button
          disabled={loading}
          fontSize={1}
          loading={loading}
          mode="ghost"
          onClick={loadOlder}
          padding={2}
          text={t('activity.older')}
        />
      )}
    </Flex>
  )
}
