import {Box, Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {Guarded} from '../Guarded.tsx'
import {ExportPanel} from './ExportPanel.tsx'
import {ImportPanel} from './ImportPanel.tsx'

/** Files in and out. */
export default function CsvView() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Box aria-label={t('dashboard.view.files')} as="section" padding={[3, 3, 4]}>
      <Stack gap={3}>
        <Guarded title={t('csv.import.title')}>
          <ImportPanel />
        </Guarded>
        <Guarded title={t('csv.export.title')}>
          <ExportPanel />
        </Guarded>
      </Stack>
    </Box>
  )
}
