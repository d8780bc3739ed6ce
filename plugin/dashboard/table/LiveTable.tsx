import {Card} from '@sanity/ui'
import {useVirtualizer} from '@tanstack/react-virtual'
import {useRef, useState} from 'react'
import type {CSSProperties, KeyboardEvent} from 'react'
import {styled} from 'styled-components'
import type {Column, Order, TableRow} from './columns.ts'
import {TableHead} from './TableHead.tsx'
import {TableRowCard} from './TableRowCard.tsx'

const ROW_HEIGHT = 40

const Scroller = styled(Card)`
  max-height: 75vh;
  overflow: auto;
  overscroll-behavior: contain;
`

export interface LiveTableProps<R extends TableRow> {
  label: string
  rows: readonly R[]
  columns: readonly Column<R>[]
  stateTitle: string
  stateLabel: (state: string) => string
  order: Order
  onSort: (order: Order) => void
}

/** A virtual grid of documents. Arrows, Home and End move, Enter opens. */
export function LiveTable<R extends TableRow>(props: LiveTableProps<R>) {
  const {rows, columns} = props
  const scroller = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  const last = rows.length - 1
  const reached = Math.min(current, last)
  // The virtualizer changes inside while its identity stays: this component must not be memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })

  const moveTo = (index: number) => {
    setCurrent(index)
    virtualizer.scrollToIndex(index)
    requestAnimationFrame(() => findRow(scroller.current, index)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.currentTarget instanceof HTMLElement) {
      event.currentTarget.click()
      return
    }
    const target = targetOf(event.key, reached, last)
    if (target === undefined) return
    event.preventDefault()
    moveTo(target)
  }
  const columnCount: CSSProperties & Record<'--shop-columns', number> = {
    '--shop-columns': columns.length,
  }
  return (
    <Scroller
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      border
      radius={3}
      ref={scroller}
      role="grid"
      style={columnCount}
    >
      <TableHead {...props} />
      <div role="rowgroup" style={{height: virtualizer.getTotalSize(), position: 'relative'}}>
        {virtualizer.getVirtualItems().map(({index, key, start}) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <div
              data-index={index}
              key={key}
              ref={virtualizer.measureElement}
              role="presentation"
              style={{position: 'absolute', insetInline: 0, transform: `translateY(${start}px)`}}
            >
              <TableRowCard
                columns={columns}
                current={index === reached}
                index={index}
                onFocus={() => setCurrent(index)}
                onKeyDown={onKeyDown}
                row={row}
                stateLabel={props.stateLabel(row.state)}
                stateTitle={props.stateTitle}
              />
            </div>
          )
        })}
      </div>
    </Scroller>
  )
}

/** Where a key leads from the row `from`; `undefined` for keys that do not move. */
function targetOf(key: string, from: number, last: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(from + 1, last)
  if (key === 'ArrowUp') return Math.max(from - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? last : undefined
}

function findRow(root: HTMLElement | null, index: number): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[role=row][data-index="${index}"]`) ?? null
}
