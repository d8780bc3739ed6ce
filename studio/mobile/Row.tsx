import {Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

export interface RowProps {
  title: string
  subtitle?: string
  figure?: ReactNode
  onPress?: () => void
  /** Of the button that the row is, when it can be pressed. */
  label?: string
  testId?: string
}

/** A line of a list, high enough for a thumb. */
export function Row({title, subtitle, figure, onPress, label, testId}: RowProps) {
  const content = (
    <Flex align="center" gap={3} justify="space-between" style={{minHeight: 28}}>
      <Stack gap={2} style={{minWidth: 0, textAlign: 'start'}}>
        <Text size={1} textOverflow="ellipsis" weight="medium">
          {title}
        </Text>
        {subtitle !== undefined && (
          <Text muted size={1} textOverflow="ellipsis">
            {subtitle}
          </Text>
        )}
      </Stack>
      {figure !== undefined && <Text size={1}>{figure}</Text>}
    </Flex>
  )
  if (onPress === undefined) {
    return (
      <Card borderBottom data-testid={testId} padding={3}>
        {content}
      </Card>
    )
  }
  return (
    <Card
      aria-label={label}
      as="button"
      borderBottom
      data-testid={testId}
      onClick={onPress}
      padding={3}
      style={{width: '100%'}}
      type="button"
    >
      {content}
    </Card>
  )
}
