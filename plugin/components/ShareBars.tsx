import {Flex, Stack, Text} from '@sanity/ui'
import type {MouseEventHandler} from 'react'
import {styled} from 'styled-components'

export interface ShareBar {
  key: string
  name: string
  /** As a person reads it. */
  amount: string
  /** 0 to 1 of the longest bar. */
  length: number
  note?: string
  /** What is behind it. */
  link?: {href: string; onClick: MouseEventHandler<HTMLElement>}
}

const List = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
  display: grid;
  gap: 14px;
  font-variant-numeric: tabular-nums;
`

const Plain = styled.a`
  color: inherit;
  text-decoration: none;
  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`

const Track = styled.div`
  height: 6px;
  border-radius: 3px;
  background: var(--card-skeleton-color-from);
  & > div {
    height: 100%;
    border-radius: 3px;
    background: var(--card-link-fg-color);
  }
`

/** Named amounts, largest first, each with a bar. */
export function ShareBars({label, bars}: {label: string; bars: readonly ShareBar[]}) {
  return (
    <List aria-label={label}>
      {bars.map(({key, name, amount, length, note, link}) => (
        <li key={key}>
          <Stack gap={2}>
            <Flex align="center" gap={3} justify="space-between">
              <Text size={1} textOverflow="ellipsis">
                {link === undefined ? name : <Plain {...link}>{name}</Plain>}
              </Text>
              <Flex align="center" flex="none" gap={3}>
                {note !== undefined && (
                  <Text muted size={0}>
                    {note}
                  </Text>
                )}
                <Text size={1} weight="medium">
                  {amount}
                </Text>
              </Flex>
            </Flex>
            <Track aria-hidden>
              <div style={{width: `${Math.max(0, Math.min(1, length)) * 100}%`}} />
            </Track>
          </Stack>
        </li>
      ))}
    </List>
  )
}
