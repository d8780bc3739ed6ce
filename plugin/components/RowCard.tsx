import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {MouseEventHandler, ReactNode} from 'react'
import {styled} from 'styled-components'
import {flashes} from './flashes.ts'
import {useFlash} from './useFlash.ts'

// `as` on a styled component replaces the card itself: the element is given by `forwardedAs`.
const Row = styled(Card<'a'>)`
  display: block;
  text-decoration: none;
  ${flashes}
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: -2px;
  }
`

const Figures = styled(Box)`
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  text-align: end;
`

export interface RowCardProps {
  testId: string
  /** A change of it makes the row flash. */
  revision: string | undefined
  /** The row came in while the list stood open. */
  arrived?: boolean
  /** Shown value is optimistic: not yet confirmed by the lake. */
  pending?: boolean
  href?: string
  onClick?: MouseEventHandler<HTMLElement>
  title: ReactNode
  subtitle?: ReactNode
  /** At the right: the number that matters, and what stands below it. */
  figure?: ReactNode
  subfigure?: ReactNode
  /** What stands below the title may take several lines. */
  isWrapped?: boolean
  /** Stands in a frame that draws the line below it. */
  isBare?: boolean
}

/** Height of a row in px: the virtual list reckons with it. */
export const ROW_HEIGHT = 51

/** One document of a live list. */
export function RowCard(props: RowCardProps) {
  const flashing = useFlash(props.revision, props.arrived)
  return (
    <Row
      aria-busy={props.pending === true ? true : undefined}
      forwardedAs={props.href === undefined ? 'div' : 'a'}
      borderBottom={props.isBare !== true}
      data-flash={flashing ? '' : undefined}
      data-pending={props.pending === true ? 'true' : undefined}
      data-testid={props.testId}
      href={props.href}
      onClick={props.onClick}
      paddingX={3}
      paddingY={3}
      style={{minHeight: ROW_HEIGHT, opacity: props.pending === true ? 0.6 : 1}}
    >
      <Flex align="center" gap={3}>
        <Box flex={1} style={{minWidth: 0}}>
          <Stack gap={2}>
            <Text size={1} textOverflow="ellipsis" weight="medium">
              {props.title}
            </Text>
            {props.subtitle !== undefined && (
              <Text muted size={0} textOverflow={props.isWrapped === true ? undefined : 'ellipsis'}>
                {props.subtitle}
              </Text>
            )}
          </Stack>
        </Box>
        <Figures>
          <Stack gap={2}>
            {props.figure !== undefined && (
              <Text align="right" as="div" size={1} weight="medium">
                {props.figure}
              </Text>
            )}
            {props.subfigure !== undefined && (
              <Text align="right" as="div" muted size={0}>
                {props.subfigure}
              </Text>
            )}
          </Stack>
        </Figures>
      </Flex>
    </Row>
  )
}
