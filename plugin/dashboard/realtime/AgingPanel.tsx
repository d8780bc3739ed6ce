import {Box, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {EmptyState} from '../../components/EmptyState.tsx'
import {Panel} from '../../components/Panel.tsx'
import {ShareBars} from '../../components/ShareBars.tsx'
import {agingBuckets} from '../../domain/aging.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useHasData, useShopSnapshot} from '../../realtime/index.ts'
import {LoadingPanel} from '../panels/LoadingPanel.tsx'
import {useViewLinks} from '../useViewLink.ts'

/** What is owed, by how long it has been due. */
export function AgingPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const ready = useHasData()
  const aging = useShopSnapshot(({figures}) => figures.aging)
  const owed = useShopSnapshot(({figures}) => figures.receivables)
  const linkTo = useViewLinks()
  const most = Math.max(1, ...agingBuckets.map((name) => aging[name].amount))
  if (!ready) return <LoadingPanel title={t('aging.title')} />
  return (
    <Panel title={t('aging.title')}>
      {owed === 0 ? (
        <EmptyState hint={t('aging.empty.hint')} title={t('aging.empty.title')} />
      ) : (
        <Box overflow="auto" padding={3}>
          <Stack gap={4}>
            <Text size={1} weight="medium">
              {t('aging.owed', {amount: format.money(owed)})}
            </Text>
            <ShareBars
              bars={agingBuckets.map((name) => ({
                key: name,
                name: t(`aging.${name}`),
                amount: format.money(aging[name].amount),
                note: t('aging.bills', {count: aging[name].bills}),
                length: aging[name].amount / most,
                link: linkTo('bills', {state: 'open', age: name, sort: 'due'}),
              }))}
              label={t('aging.title')}
            />
          </Stack>
        </Box>
      )}
    </Panel>
  )
}
