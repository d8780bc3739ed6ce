import {Stack} from '@sanity/ui'
import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {PanelGrid} from '../../components/Panel.tsx'
import {rangeBefore} from '../../domain/analytics/periods.ts'
import {summariesIn, sumSummaries} from '../../domain/analytics/salesSums.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSnapshot} from '../../realtime/index.ts'
import {Guarded} from '../Guarded.tsx'
import type {PartProps} from './partProps.ts'
import {HourPanel} from './sales/HourPanel.tsx'
import {SalesTiles} from './sales/SalesTiles.tsx'
import {SharesPanel} from './sales/SharesPanel.tsx'
import {TrendPanel} from './sales/TrendPanel.tsx'
import {useShareNames} from './sales/useShareNames.ts'

/** Sales and margin of a range from its day summaries, beside the range before. */
export function SalesPart({range, by}: PartProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const summaries = useShopSnapshot(({daySummaries}) => daySummaries)
  const names = useShareNames()
  const {now, before} = useMemo(
    () => ({
      now: sumSummaries(summariesIn(summaries.values(), range)),
      before: sumSummaries(summariesIn(summaries.values(), rangeBefore(range))),
    }),
    [summaries, range],
  )
  return (
    <Stack gap={3}>
      <Guarded title={t('analytics.figures')}>
        <SalesTiles before={before} now={now} />
      </Guarded>
      <Guarded title={t('analytics.trend')}>
        <TrendPanel by={by} range={range} summaries={summaries} />
      </Guarded>
      <PanelGrid>
        <Guarded title={t('analytics.hours')}>
          <HourPanel range={range} summaries={summaries} />
        </Guarded>
        <Guarded title={t('analytics.categories')}>
          <SharesPanel
            name="categories"
            nameOf={names.category}
            note={t('analytics.shares.before-credits')}
            sums={now.byCategory}
            whole={now.sales}
          />
        </Guarded>
        <Guarded title={t('analytics.brands')}>
          <SharesPanel
            name="brands"
            nameOf={names.brand}
            note={t('analytics.shares.before-credits')}
            sums={now.byBrand}
            whole={now.sales}
          />
        </Guarded>
        <Guarded title={t('analytics.methods')}>
          <SharesPanel
            name="methods"
            nameOf={names.method}
            note={t('analytics.shares.methods')}
            sums={now.byMethod}
            whole={undefined}
          />
        </Guarded>
      </PanelGrid>
    </Stack>
  )
}
