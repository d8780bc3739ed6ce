import {Box, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Panel} from '../../components/Panel.tsx'
import type {LatencyFigures} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useLiveStatus} from '../../realtime/index.ts'
import {useOtherWindows} from '../windows/useOtherWindows.ts'
import {DataTable} from './DataTable.tsx'

/** Commit to screen in this window and in every other one of this browser. */
export function WindowsPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {name, latency} = useLiveStatus()
  const others = useOtherWindows()
  const cells = (figures: LatencyFigures | undefined) =>
    figures === undefined
      ? ['–', '–', '0']
      : [
          ...[figures.p50, figures.p95].map((ms) => t('windows.ms', {ms: Math.round(ms)})),
          String(figures.measured),
        ]
  return (
    <Panel auto count={others.length + 1} title={t('windows.title')}>
      <Box overflow="auto" paddingBottom={3}>
        <Stack gap={3}>
          <DataTable
            columns={[
              t('windows.window'),
              t('windows.state'),
              t('windows.p50'),
              t('windows.p95'),
              t('test.measured'),
            ]}
            label={t('windows.title')}
            rows={[
              {
                key: 'this',
                cells: [t('windows.this'), t(`status.${name}`), ...cells(latency)],
              },
              ...others.map((other, index) => ({
                key: other.window,
                cells: [
                  t('windows.other', {number: index + 1, place: other.place}),
                  t(`status.${other.status}`),
                  ...cells(other.latency),
                ],
              })),
            ]}
          />
          <Box paddingX={3}>
            <Text muted size={1}>
              {t('windows.hint')}
            </Text>
          </Box>
        </Stack>
      </Box>
    </Panel>
  )
}
