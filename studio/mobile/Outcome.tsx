import {Card, Stack, Text} from '@sanity/ui'
import {useTexts} from './TextsContext.ts'

export type OutcomeState = {kind: 'done' | 'failed'; text: string} | undefined

/** What became of the last operation, until the next one. */
export function Outcome({outcome}: {outcome: OutcomeState}) {
  const {t} = useTexts()
  return (
    <div aria-live="polite" role="status">
      {outcome !== undefined && (
        <Card
          border
          padding={3}
          radius={3}
          tone={outcome.kind === 'done' ? 'positive' : 'critical'}
        >
          <Stack gap={3}>
            <Text size={1} weight="medium">
              {outcome.text}
            </Text>
            {outcome.kind === 'failed' && <Text size={1}>{t('failed')}</Text>}
          </Stack>
        </Card>
      )}
    </div>
  )
}
