import {Box, Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Panel} from '../../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {Guarded} from '../Guarded.tsx'
import {StatusDetails} from '../StatusButton.tsx'
import {TestPanel} from './testOperations/TestPanel.tsx'

/** How the connection does, and test operations that measure it. */
export default function DiagnosticsView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Box aria-label={t('dashboard.view.diagnostics')} as="section" padding={[3, 3, 4]}>
      <Stack gap={3}>
        <Guarded title={t('status.details')}>
          <ConnectionPanel />
        </Guarded>
        <Guarded title={t('test.title')}>
          <TestPanel />
        </Guarded>
      </Stack>
    </Box>
  )
}

function ConnectionPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Panel auto title={t('status.details')}>
      <Box padding={3}>
        <StatusDetails />
      </Box>
    </Panel>
  )
}
