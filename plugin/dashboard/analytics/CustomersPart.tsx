import {Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSalesCount} from '../../realtime/index.ts'
import {Guarded} from '../Guarded.tsx'
import type {PartProps} from './partProps.ts'
import {CountProgress} from './CountProgress.tsx'
import {BestCustomersPanel} from './customers/BestCustomersPanel.tsx'
import {CohortPanel} from './customers/CohortPanel.tsx'

/** Who buys most in the range, and who comes back. */
export function CustomersPart({range}: PartProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const result = useSalesCount(range)
  return (
    <Stack gap={3}>
      <CountProgress result={result} />
      {result.progress === 1 && result.counting !== undefined && (
        <BestCustomersPanel count={result.counting.count} />
      )}
      <Guarded title={t('analytics.cohorts')}>
        <CohortPanel />
      </Guarded>
    </Stack>
  )
}
