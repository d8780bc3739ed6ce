import {Box, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Panel, PanelGrid} from '../../../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {TestBill} from './TestBill.tsx'
import {TestBrand} from './TestBrand.tsx'
import {TestStock} from './TestStock.tsx'

/** Three small writes that show how long the way through the lake and back takes. */
export function TestPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Panel auto title={t('test.title')}>
      <Box padding={3}>
        <Stack gap={4}>
          <Text muted size={1}>
            {t('test.intro')}
          </Text>
          <PanelGrid>
            <TestBrand />
            <TestStock />
            <TestBill />
          </PanelGrid>
        </Stack>
      </Box>
    </Panel>
  )
}
