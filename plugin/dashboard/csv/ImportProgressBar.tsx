import {Button, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {styled} from 'styled-components'
import type {ImportProgress} from '../../csv/runImport.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

const Bar = styled.progress`
  width: 100%;
  accent-color: var(--card-focus-ring-color);
`

export function ImportProgressBar(props: {progress: ImportProgress; onStop: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {done, total, failed} = props.progress
  return (
    <Stack data-testid="shop-import-progress" gap={3}>
      <Bar aria-label={t('csv.import.progress')} max={total} value={done} />
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Text size={1}>{t('csv.import.done-of', {done, total, failed})}</Text>
        <Button
          data-testid="shop-import-stop"
          fontSize={1}
          mode="ghost"
          onClick={props.onStop}
          padding={2}
          text={t('csv.import.stop')}
        />
      </Flex>
    </Stack>
  )
}
