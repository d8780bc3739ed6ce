import {Button, Card, Flex, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

export interface RestoredProps {
  /** "This is what you had begun", in the words of the form. */
  text: string
  onStartOver: () => void
}

/** What was begun before stands in the form again; it can be thrown away. */
export function Restored({text, onStartOver}: RestoredProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Card border padding={2} paddingLeft={3} radius={2} tone="primary">
      <Flex align="center" gap={3} justify="space-between">
        <Text size={1}>{text}</Text>
        <Button
          fontSize={1}
          mode="ghost"
          onClick={onStartOver}
          padding={2}
          text={t('bill-form.start-over')}
          type="button"
        />
      </Flex>
    </Card>
  )
}
