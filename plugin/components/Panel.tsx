import {Badge, Card, Flex, Heading} from '@sanity/ui'
import {useId} from 'react'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'

// `&&`: a Card's own `display: block` would win, and a list would grow as long as its rows instead of scrolling.
const Frame = styled(Card)`
  && {
    display: flex;
    flex-direction: column;
  }
  min-width: 0;
  &[data-fixed] {
    height: 420px;
  }
`

const Body = styled.div`
  flex: 1;
  min-height: 0;
  display: flex;
  flex-direction: column;
`

/** One, two or three panels side by side, by the room they have. */
export const PanelGrid = styled.div`
  display: grid;
  gap: 12px;
  grid-template-columns: minmax(0, 1fr);
  @container shop (min-width: 720px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  @container shop (min-width: 1160px) {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
`

export interface PanelProps {
  title: string
  /** How many there are, behind the title. */
  count?: number
  /** Buttons or a search field at the right of the title. */
  aside?: ReactNode
  /** As high as its content instead of one height for all. */
  auto?: boolean
  children: ReactNode
}

/** A titled region of the dashboard with its own scrolling body. */
export function Panel({title, count, aside, auto = false, children}: PanelProps) {
  const titleId = useId()
  return (
    <Frame
      aria-labelledby={titleId}
      border
      data-fixed={auto ? undefined : ''}
      forwardedAs="section"
      overflow="hidden"
      radius={3}
    >
      <Card borderBottom padding={2} paddingLeft={3}>
        <Flex align="center" gap={2} style={{minHeight: 33}}>
          <Flex align="center" flex={1} gap={2}>
            <Heading as="h2" id={titleId} size={0}>
              {title}
            </Heading>
            {count !== undefined && <Badge fontSize={0}>{count}</Badge>}
          </Flex>
          {aside}
        </Flex>
      </Card>
      <Body>{children}</Body>
    </Frame>
  )
}
