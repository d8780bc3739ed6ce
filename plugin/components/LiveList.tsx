import {useVirtualizer} from '@tanstack/react-virtual'
import {useRef} from 'react'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'
import {ROW_HEIGHT} from './RowCard.tsx'

/** Shorter lists are rendered whole: the browser's own find works, and nothing moves under the reader's finger. */
export const VIRTUAL_ABOVE = 300

const Scroller = styled.div`
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  overscroll-behavior: contain;
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: -2px;
  }
`

const PlainList = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
  & > li {
    content-visibility: auto;
    contain-intrinsic-height: ${ROW_HEIGHT}px;
  }
`

export interface LiveListProps {
  label: string
  ids: readonly string[]
  renderRow: (id: string) => ReactNode
}

/** A scrolling list of rows by id; long ones are virtual. Rows read their own document, so the list re-renders only when ids change. */
export function LiveList(props: LiveListProps) {
  return props.ids.length > VIRTUAL_ABOVE ? <VirtualList {...props} /> : <WholeList {...props} />
}

function WholeList({label, ids, renderRow}: LiveListProps) {
  return (
    <Scroller tabIndex={-1}>
      <PlainList aria-label={label}>
        {ids.map((id) => (
          <li key={id}>{renderRow(id)}</li>
        ))}
      </PlainList>
    </Scroller>
  )
}

function VirtualList({label, ids, renderRow}: LiveListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  // The virtualizer changes inside while its identity stays: this component must not be memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => ids[index] ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 5,
  })
  return (
    <Scroller ref={scroller} tabIndex={-1}>
      <ul
        aria-label={label}
        style={{
          height: virtualizer.getTotalSize(),
          listStyle: 'none',
          margin: 0,
          padding: 0,
          position: 'relative',
        }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const id = ids[item.index]
          if (id === undefined) return null
          return (
            <li
              aria-posinset={item.index + 1}
              aria-setsize={ids.length}
              data-index={item.index}
              key={item.key}
              ref={virtualizer.measureElement}
              style={{
                left: 0,
                position: 'absolute',
                right: 0,
                top: 0,
                transform: `translateY(${item.start}px)`,
              }}
            >
              {renderRow(id)}
            </li>
          )
        })}
      </ul>
    </Scroller>
  )
}
