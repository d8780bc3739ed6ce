import {Box, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Panel, PanelGrid} from '../../../components/Panel.tsx'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {AnswersTable} from './AnswersTable.tsx'
import {TestBill} from './TestBill.tsx'
import {TestBrand} from './TestBrand.tsx'
import {TestStock} from './TestStock.tsx'
import {TestWindows} from './TestWindows.tsx'
import {useWindowTest, WindowTestContext} from './useWindowTest.ts'

/** Small writes that show how long the way through the lake and back takes. */
export function TestPanel() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const test = useWindowTest()
  return (
    <WindowTestContext value={test}>
      <Panel auto title={t('test.title')}>
        <Box padding={3}>
          <Stack gap={4}>
            <Text muted size={1}>
              {t('test.intro')}
            </Text>
            <PanelGrid>
              <TestWindows />
              <TestBrand />
              <TestStock />
              <TestBill />
            </PanelGrid>
            <AnswersTable />
          </Stack>
        </Box>
      </Panel>
    </WindowTestContext>
  )
}
