import {Card, Heading, Skeleton, Stack, Text} from '@sanity/ui'
import {memo} from 'react'
import type {MouseEventHandler, ReactNode} from 'react'
import {css, styled} from 'styled-components'
import {flashes} from './flashes.ts'
import {Sparkline} from './Sparkline.tsx'
import {useFlash} from './useFlash.ts'

/** Two, four or eight tiles a row, by the room they have and not by the window. */
export const StatGrid = styled.ul`
  list-style: none;
  padding: 0;
  display: grid;
  gap: 12px;
  margin: 0;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  @container shop (max-width: 639px) {
    & > :last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
  }
  @container shop (min-width: 640px) {
    grid-template-columns: repeat(4, minmax(0, 1fr));
  }
  @container shop (min-width: 1360px) {
    grid-template-columns: repeat(8, minmax(0, 1fr));
  }
  &[data-columns='5'] {
    @container shop (min-width: 640px) {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
    @container shop (min-width: 1000px) {
      grid-template-columns: repeat(5, minmax(0, 1fr));
    }
  }
`

/** How urgent a figure is. */
export type TileTone = 'caution' | 'critical'

const toned = (tone: TileTone) => css`
  --card-fg-color: var(--card-badge-${tone}-fg-color);
  --card-muted-fg-color: var(--card-badge-${tone}-fg-color);
  --card-link-color: var(--card-badge-${tone}-fg-color);
  --card-border-color: var(--card-badge-${tone}-bg-color);
  background-color: color-mix(
    in srgb,
    var(--card-badge-${tone}-bg-color) 50%,
    var(--card-bg-color)
  );
`

// Not a tone of the card: `flashes` says why.
const Tile = styled(Card)`
  position: relative;
  &[data-urgency='caution'] {
    ${toned('caution')}
  }
  &[data-urgency='critical'] {
    ${toned('critical')}
  }
  ${flashes}
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
`

// The link's name is the figure's; the whole tile answers to it.
const Cover = styled.a`
  color: inherit;
  text-decoration: none;
  &::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  &:hover {
    text-decoration: underline;
  }
  &:focus-visible {
    outline: none;
  }
  &:focus-visible::after {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: 1px;
    border-radius: 3px;
  }
`

/** Where a press leads. */
export interface TileLink {
  href: string
  onClick: MouseEventHandler<HTMLElement>
}

export interface StatCardProps {
  testId: string
  label: string
  /** Absent while the first snapshot is on its way. */
  value: string | undefined
  hint?: ReactNode
  /** A line each, below the figure. */
  comparisons?: readonly ReactNode[]
  /** The figure of the days before, oldest first. */
  trend?: readonly number[]
  tone?: TileTone | undefined
  /** What is behind the figure. */
  link?: TileLink
}

/** One figure of the shop; flashes when the figure changes. With the same props it is not rendered again. */
export const StatCard = memo(function StatCard(props: StatCardProps) {
  const {testId, label, value, hint, link, trend, comparisons, tone} = props
  const flashing = useFlash(value)
  return (
    <Tile
      border
      data-flash={flashing ? '' : undefined}
      data-urgency={tone}
      forwardedAs="li"
      padding={3}
      radius={3}
    >
      <Stack gap={3}>
        <Label label={label} link={link} />
        {value === undefined ? (
          <Skeleton animated radius={2} style={{height: 23, width: '70%'}} />
        ) : (
          <Heading data-testid={testId} size={1} weight="semibold">
            {value}
          </Heading>
        )}
        {trend !== undefined && <Sparkline values={trend} />}
        {comparisons?.map((comparison, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <Note key={index}>{comparison}</Note>
        ))}
        {hint !== undefined && <Note>{hint}</Note>}
      </Stack>
    </Tile>
  )
})

const Label = memo(function Label({label, link}: Pick<StatCardProps, 'label' | 'link'>) {
  return (
    <Text muted size={1} textOverflow="ellipsis">
      {link === undefined ? label : <Cover {...link}>{label}</Cover>}
    </Text>
  )
})

const Note = memo(function Note({children}: {children: ReactNode}) {
  return (
    <Text muted size={0}>
      {children}
    </Text>
  )
})
