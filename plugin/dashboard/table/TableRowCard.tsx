import {Badge, Card, Checkbox, Text} from '@sanity/ui'
import {memo} from 'react'
import type {MouseEvent, ReactNode} from 'react'
import {styled} from 'styled-components'
import {useTranslation} from 'sanity'
import {useFlash} from '../../components/useFlash.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useEditLink} from '../useIntent.ts'
import type {Column, TableRow} from './columns.ts'

/** Wide: one column of the grid each. Narrow: the row is a card, the first cell its title. */
export const RowGrid = styled(Card)`
  && {
    display: grid;
  }
  grid-template-columns: minmax(0, 1.6fr) repeat(var(--shop-columns), minmax(0, 1fr));
  &[data-selectable] {
    grid-template-columns: 20px minmax(0, 1.6fr) repeat(var(--shop-columns), minmax(0, 1fr));
  }
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
    &[data-selectable] {
      grid-template-columns: 20px repeat(2, minmax(0, 1fr));
      & > * {
        grid-column: auto / span 1;
      }
      & > :first-child {
        grid-column: 1;
        grid-row: 1 / span 6;
        align-self: start;
      }
      & > :nth-child(2) {
        grid-column: 2 / -1;
      }
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
  onFocus: (index: number) => void
  /** Present when rows can be chosen. */
  onToggle: ((id: string) => void) | undefined
}

/** One document of a table; a click or Enter opens it. Scrolling renders only the rows that come into sight. */
export const TableRowCard = memo(function TableRowCard(props: TableRowCardProps) {
  const {row, columns, onToggle} = props
  const {t} = useTranslation(SHOP_NAMESPACE)
  const flashing = useFlash(row.revision)
  const {onClick} = useEditLink(row.id, row.type)
  return (
    <RowGrid
      aria-rowindex={props.index + 2}
      aria-selected={onToggle === undefined ? undefined : props.selected}
      borderBottom
      data-index={props.index}
      data-selectable={onToggle === undefined ? undefined : ''}
      data-testid={`shop-row-${row.type}-${row.id}`}
      onClick={onClick}
      onFocus={() => props.onFocus(props.index)}
      paddingX={3}
      paddingY={3}
      role="row"
      style={{cursor: 'pointer'}}
      tabIndex={props.current ? 0 : -1}
      tone={flashing ? 'primary' : 'default'}
    >
      {onToggle !== undefined && (
        <div role="gridcell">
          <Checkbox
            aria-label={t('table.select', {name: columns[0]?.value(row)})}
            checked={props.selected}
            onChange={() => onToggle(row.id)}
            onClick={stop}
            tabIndex={-1}
          />
        </div>
      )}
      {columns.map((column) => (
        <TableCell key={column.name} label={column.title} numeric={column.numeric}>
          <Text size={1} textOverflow="ellipsis">
            {column.render?.(row) ?? column.value(row)}
          </Text>
        </TableCell>
      ))}
      <TableCell label={props.stateTitle}>
        <Badge fontSize={0} tone={row.tone}>
          {props.stateLabel(row.state)}
        </Badge>
      </TableCell>
    </RowGrid>
  )
})

/** A press on the checkbox does not open the document. */
function stop(event: MouseEvent): void {
  event.stopPropagation()
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
