import {memo} from 'react'
import type {MouseEvent, ReactNode} from 'react'
import {useFlash} from '../../components/useFlash.ts'
import type {Column, TableRow} from './columns.ts'

export interface TableRowCardProps {
  row: TableRow
  index: number
  /** px from the first row. */
  start: number
  /** Present when only the browser knows how high the row is. */
  measure: ((element: HTMLElement | null) => void) | undefined
  /** Those of the rows' own kind. */
  columns: readonly Column<TableRow>[]
  stateTitle: string
  stateLabel: (state: string) => string
  /** The one row that Tab reaches. */
  current: boolean
  selected: boolean
  /** Of the checkbox, for the name of a row. */
  selectLabel: (name: string) => string
  onOpen: (row: TableRow) => void
  onFocus: (index: number) => void
  /** Present when rows can be chosen. */
  onToggle: ((id: string) => void) | undefined
}

/** One document of a table; a click or Enter opens it. Scrolling renders only the rows that come into sight. */
export const TableRowCard = memo(function TableRowCard(props: TableRowCardProps) {
  const {row, index, columns, onToggle} = props
  const flashing = useFlash(row.revision)
  const isChoosable = onToggle !== undefined
  return (
    <div
      aria-rowindex={index + 2}
      aria-selected={isChoosable ? props.selected : undefined}
      data-flash={flashing ? '' : undefined}
      data-index={index}
      data-selectable={isChoosable ? '' : undefined}
      data-testid={`shop-row-${row.type}-${row.id}`}
      onClick={() => props.onOpen(row)}
      onFocus={() => props.onFocus(index)}
      ref={props.measure}
      role="row"
      style={{transform: `translateY(${props.start}px)`}}
      tabIndex={props.current ? 0 : -1}
    >
      {isChoosable && (
        <div role="gridcell">
          <input
            aria-label={props.selectLabel(String(columns[0]?.value(row)))}
            checked={props.selected}
            onChange={() => onToggle(row.id)}
            onClick={stop}
            tabIndex={-1}
            type="checkbox"
          />
        </div>
      )}
      {columns.map((column, at) => {
        const content = column.render?.(row) ?? column.value(row)
        return (
          <div
            data-cell=""
            data-label={column.title}
            data-numeric={column.numeric === true ? '' : undefined}
            data-short={isShort(content, at === 0) ? '' : undefined}
            data-title={at === 0 ? '' : undefined}
            key={column.name}
            role="gridcell"
          >
            {content}
          </div>
        )
      })}
      <div data-label={props.stateTitle} role="gridcell">
        <span data-tone={row.tone}>{props.stateLabel(row.state)}</span>
      </div>
    </div>
  )
})

/** Characters that a column of a wide table holds, and the wider first one. */
const SHORT = 12
const SHORT_TITLE = 24

/** Text that needs no clipping: the browser paints each clipped cell as a part of its own. */
function isShort(content: ReactNode, isTitle: boolean): boolean {
  return (
    (typeof content === 'string' || typeof content === 'number') &&
    String(content).length <= (isTitle ? SHORT_TITLE : SHORT)
  )
}

/** A press on the checkbox does not open the document. */
function stop(event: MouseEvent): void {
  event.stopPropagation()
}
