import {Box, Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Panel, PanelGrid} from '../../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {Guarded} from '../Guarded.tsx'
import {StatusDetails} from '../StatusButton.tsx'
import {ConnectionLog} from './ConnectionLog.tsx'
import {ProofPanel} from './ProofPanel.tsx'
import {WindowsPanel} from './WindowsPanel.tsx'
import {TestPanel} from './testOperations/TestPanel.tsx'

/** How the connection does and did, what the shop proves of itself, and test operations that measure the way. */
export default function DiagnosticsView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Box aria-label={t('dashboard.view.diagnostics')} as="section" padding={[3, 3, 4]}>
      <Stack gap={3}>
        <PanelGrid>
          <Guarded title={t('status.details')}>
            <ConnectionPanel />
          </Guarded>
          <Guarded title={t('log.title')}>
            <ConnectionLog />
          </Guarded>
          <Guarded title={t('proof.title')}>
            <ProofPanel />
          </Guarded>
        </PanelGrid>
        <Guarded title={t('windows.title')}>
          <WindowsPanel />
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
