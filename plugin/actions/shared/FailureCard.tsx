import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import type {Shortage} from '../../domain/errors.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {Failure} from './toFailure.ts'
import {useShopFormat} from './useShop.ts'

/** Why an operation was refused: what happened, that nothing was written, and every single reason. */
export function FailureCard({title, failure}: {title: string; failure: Failure}) {
  const shortageText = useShortageText()
  return (
    <Card border padding={3} radius={2} role="alert" tone="critical">
      <Stack gap={3}>
        <Text size={1} weight="semibold">
          {title}
        </Text>
        {failure.shortages.length === 0 && failure.issues.length === 0 && (
          <Text size={1}>{failure.message}</Text>
        )}
        {failure.shortages.map((shortage) => (
          <Text key={shortage.product} size={1}>
            {shortage.name}: {shortageText(shortage)}
          </Text>
        ))}
        {failure.issues.map((issue) => (
          <Text key={issue.path} size={1}>
            {issue.message}
          </Text>
        ))}
      </Stack>
    </Card>
  )
}

/** "Only 3 pcs left; you asked for 5 pcs. B-104 sold 2 three seconds ago." */
export function useShortageText(): (shortage: Shortage) => string {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  return ({available, requested, unit, takenBy}) => {
    const values = {
      available: format.quantity(available, unit),
      requested: format.quantity(requested, unit),
    }
    return takenBy === undefined
      ? t('bill-error.left', values)
      : t('bill-error.left-taken', {...values, takenBy})
  }
}
