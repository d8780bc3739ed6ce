import {Card, Heading, Skeleton, Stack, Text} from '@sanity/ui'
import type {CardTone} from '@sanity/ui'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'
import {useFlash} from './useFlash.ts'

/** Two, four or eight tiles a row, by the room they have and not by the window. */
export const StatGrid = styled.ul`
  list-style: none;
  padding: 0;
  display: grid;
  gap: 12px;
  margin: 0;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  @container shop (min-width: 640px) {
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }
  @container shop (min-width: 1360px) {
    grid-template-columns: repeat(8, minmax(0, 1fr));
  }
`

const Tile = styled(Card)`
  transition: background-color 600ms ease-out;
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
`

export interface StatCardProps {
  testId: string
  label: string
  /** Absent while the first snapshot is on its way. */
  value: string | undefined
  hint?: ReactNode
  tone?: CardTone
}

/** One figure of the shop; flashes when the figure changes. */
export function StatCard({testId, label, value, hint, tone = 'default'}: StatCardProps) {
  const flashing = useFlash(value)
  return (
    <Tile border forwardedAs="li" padding={3} radius={3} tone={flashing ? 'primary' : tone}>
      <Stack gap={3}>
        <Text muted size={1} textOverflow="ellipsis">
          {label}
        </Text>
        {value === undefined ? (
          <Skeleton animated radius={2} style={{height: 23, width: '70%'}} />
        ) : (
          <Heading data-testid={testId} size={1} weight="semibold">
            {value}
          </Heading>
        )}
        {hint !== undefined && (
          <Text muted size={0} textOverflow="ellipsis">
            {hint}
          </Text>
        )}
      </Stack>
    </Tile>
  )
}
