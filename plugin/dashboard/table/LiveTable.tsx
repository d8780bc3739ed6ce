import {Card} from '@sanity/ui'
import {useRef, useState} from 'react'
import type {CSSProperties, KeyboardEvent} from 'react'
import {styled} from 'styled-components'
import type {Column, Order, TableRow} from './columns.ts'
import {useRowTheme} from './rowParts.ts'
import {RowsFrame} from './rowStyles.ts'
import {TableHead} from './TableHead.tsx'
import type {Selection} from './useSelection.ts'
import {VirtualRows} from './VirtualRows.tsx'
import type {RowsHandle} from './VirtualRows.tsx'

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
  /** Present when rows can be chosen. */
  selection?: Selection | undefined
}

/**
 * A virtual grid of documents. Arrows, Home, End and the page keys move, Enter opens; Space chooses, with Shift from the
 * last chosen row on, Control+A all, Escape none.
 */
export function LiveTable<R extends TableRow>(props: LiveTableProps<R>) {
  const {rows, columns, selection} = props
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const handle = useRef<RowsHandle>(null)
  const [current, setCurrent] = useState(0)
  const last = rows.length - 1
  const reached = Math.min(current, last)
  const theme = useRowTheme()

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // what stands in a row (its checkbox) keeps its own keys
    if (event.target instanceof HTMLElement && event.target.getAttribute('role') !== 'row') return
    const row = rows[reached]
    if (event.key === 'Enter') return event.target instanceof HTMLElement && event.target.click()
    if (selection !== undefined && row !== undefined && choose(event, row.id, selection)) {
      return event.preventDefault()
    }
    const target = targetOf(event.key, reached, last)
    if (target === undefined) return
    event.preventDefault()
    setCurrent(target)
    handle.current?.scrollTo(target)
    requestAnimationFrame(() => findRow(scroller, target)?.focus())
  }
  const columnCount: CSSProperties & Record<'--shop-columns', number> = {
    '--shop-columns': columns.length,
  }
  return (
    <Scroller
      aria-label={props.label}
      aria-multiselectable={selection === undefined ? undefined : true}
      aria-rowcount={rows.length + 1}
      border
      onKeyDown={onKeyDown}
      radius={3}
      ref={setScroller}
      role="grid"
      style={columnCount}
    >
      <TableHead {...props} />
      <RowsFrame role="rowgroup" style={theme}>
        {scroller !== null && (
          <VirtualRows
            columns={columns}
            current={reached}
            onFocus={setCurrent}
            ref={handle}
            rows={rows}
            scroller={scroller}
            selection={selection}
            stateLabel={props.stateLabel}
            stateTitle={props.stateTitle}
          />
        )}
      </RowsFrame>
    </Scroller>
  )
}

/** True when the key had to do with the choice. */
function choose(event: KeyboardEvent, id: string, selection: Selection): boolean {
  if (event.key === ' ') {
    if (event.shiftKey) selection.extendTo(id)
    else selection.toggle(id)
    return true
  }
  if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
    selection.selectAll()
    return true
  }
  if (event.key !== 'Escape' || selection.ids.size === 0) return false
  selection.clear()
  return true
}

const PAGE = 15

/** Where a key leads from the row `from`; `undefined` for keys that do not move. */
function targetOf(key: string, from: number, last: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(from + 1, last)
  if (key === 'ArrowUp') return Math.max(from - 1, 0)
  if (key === 'PageDown') return Math.min(from + PAGE, last)
  if (key === 'PageUp') return Math.max(from - PAGE, 0)
  if (key === 'Home') return 0
  return key === 'End' ? last : undefined
}

function findRow(root: HTMLElement | null, index: number): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[role=row][data-index="${index}"]`) ?? null
}
