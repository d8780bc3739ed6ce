import {memo} from 'react'
import type {MouseEvent} from 'react'
import {useFlash} from '../../components/useFlash.ts'
import type {Column, TableRow} from './columns.ts'

export interface TableRowCardProps {
  row: TableRow
  index: number
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
      role="row"
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
      {columns.map((column, at) => (
        <div
          data-cell=""
          data-label={column.title}
          data-numeric={column.numeric === true ? '' : undefined}
          data-title={at === 0 ? '' : undefined}
          key={column.name}
          role="gridcell"
        >
          {column.render?.(row) ?? column.value(row)}
        </div>
      ))}
      <div data-label={props.stateTitle} role="gridcell">
        <span data-tone={row.tone}>{props.stateLabel(row.state)}</span>
      </div>
    </div>
  )
})

/** A press on the checkbox does not open the document. */
function stop(event: MouseEvent): void {
  event.stopPropagation()
}
