import {Badge, Card, Text} from '@sanity/ui'
import type {KeyboardEvent, ReactNode} from 'react'
import {styled} from 'styled-components'
import {useFlash} from '../../components/useFlash.ts'
import {useEditLink} from '../useIntent.ts'
import type {Column, TableRow} from './columns.ts'

/** Wide: one column of the grid each. Narrow: the row is a card, the first cell its title. */
export const RowGrid = styled(Card)`
  && {
    display: grid;
  }
  grid-template-columns: minmax(0, 1.6fr) repeat(var(--shop-columns), minmax(0, 1fr));
  gap: 4px 12px;
  align-items: center;
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: -2px;
  }
  @container shop (max-width: 719px) {
    row-gap: 12px;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    & > :first-child {
      grid-column: 1 / -1;
    }
  }
`

const Cell = styled.div`
  min-width: 0;
  font-variant-numeric: tabular-nums;
  &[data-numeric] {
    text-align: end;
  }
  & > [data-label] {
    display: none;
  }
  @container shop (max-width: 719px) {
    &[data-numeric] {
      text-align: start;
    }
    & > [data-label] {
      display: block;
      margin-bottom: 6px;
    }
  }
`

export interface TableRowCardProps<R extends TableRow> {
  row: R
  index: number
  columns: readonly Column<R>[]
  stateTitle: string
  stateLabel: string
  /** The one row that Tab reaches. */
  current: boolean
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** One document of a table; a click or Enter opens it. */
export function TableRowCard<R extends TableRow>(props: TableRowCardProps<R>) {
  const {row, columns} = props
  const flashing = useFlash(row.revision)
  const {onClick} = useEditLink(row.id, row.type)
  return (
    <RowGrid
      aria-rowindex={props.index + 2}
      borderBottom
      data-index={props.index}
      data-testid={`shop-row-${row.type}-${row.id}`}
      onClick={onClick}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
      paddingX={3}
      paddingY={3}
      role="row"
      style={{cursor: 'pointer'}}
      tabIndex={props.current ? 0 : -1}
      tone={flashing ? 'primary' : 'default'}
    >
      {columns.map((column) => (
        <TableCell key={column.name} label={column.title} numeric={column.numeric}>
          <Text size={1} textOverflow="ellipsis">
            {column.render?.(row) ?? column.value(row)}
          </Text>
        </TableCell>
      ))}
      <TableCell label={props.stateTitle}>
        <Badge fontSize={0} tone={row.tone}>
          {props.stateLabel}
        </Badge>
      </TableCell>
    </RowGrid>
  )
}

function TableCell(props: {label: string; numeric?: boolean | undefined; children: ReactNode}) {
  return (
    <Cell data-numeric={props.numeric === true ? '' : undefined} role="gridcell">
      <div aria-hidden data-label="">
        <Text muted size={0}>
          {props.label}
        </Text>
      </div>
      {props.children}
    </Cell>
  )
}
