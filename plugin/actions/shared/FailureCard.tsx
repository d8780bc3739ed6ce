import {Card, Stack, Text} from '@sanity/ui'
import type {Failure} from './toFailure.ts'
import {useRefusalWords} from './useRefusalWords.ts'
import {useShortageText} from './useShortageText.ts'

/** Why an operation was refused: what happened, that nothing was written, and every single reason. */
export function FailureCard({title, failure}: {title: string; failure: Failure}) {
  const shortageText = useShortageText()
  const words = useRefusalWords()
  return (
    <Card border padding={3} radius={2} role="alert" tone="critical">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {title}
        </Text>
        {failure.shortages.length === 0 && failure.issues.length === 0 && (
          <Text size={1}>{words.ofError(failure.error)}</Text>
        )}
        {failure.shortages.map((shortage) => (
          <Text key={shortage.product} size={1}>
            {shortage.name}: {shortageText(shortage)}
          </Text>
        ))}
        {failure.issues.map((issue) => (
          <Text key={issue.path} size={1}>
            {words.ofIssue(issue)}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}
