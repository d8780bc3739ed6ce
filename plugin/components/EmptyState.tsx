import {Flex, Stack, Text} from '@sanity/ui'
import type {ReactNode} from 'react'

export interface EmptyStateProps {
  title: string
  /** What to do next, in words. */
  hint?: string
  action?: ReactNode
}

/** What a list shows instead of nothing. */
export function EmptyState({title, hint, action}: EmptyStateProps) {
  return (
    <Flex align="center" flex={1} justify="center" padding={4}>
      <Stack gap={3} style={{maxWidth: 320, textAlign: 'center'}}>
        <Text align="center" size={1} weight="medium">
          {title}
        </Text>
        {hint !== undefined && (
          <Text align="center" muted size={1}>
            {hint}
          </Text>
        )}
        {action}
      </Stack>
    </Flex>
  )
}
