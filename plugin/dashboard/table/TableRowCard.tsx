import {Badge, Checkbox, useTheme_v2} from '@sanity/ui'
import {memo} from 'react'
import type {MouseEvent} from 'react'
import {css, styled} from 'styled-components'
import {useFlash} from '../../components/useFlash.ts'
import type {Column, TableRow} from './columns.ts'

/** Of a row in one line, px. */
export const ROW_HEIGHT = 40

/** Wide: one column of the grid each. Narrow: the row is a card, the first cell its title. */
export const rowGrid = css`
  display: grid;
  grid-template-columns: minmax(0, 2.2fr) repeat(var(--shop-columns), minmax(0, 1fr));
  &[data-selectable] {
    grid-template-columns: 20px minmax(0, 2.2fr) repeat(var(--shop-columns), minmax(0, 1fr));
  }
  gap: 4px 16px;
  align-items: center;
  @container shop (min-width: 720px) {
    height: ${ROW_HEIGHT}px;
  }
  @container shop (max-width: 719px) {
    row-gap: 8px;
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

/**
 * What the rows stand in: it styles them and their cells, which are plain elements. A table of ten thousand rows renders
 * new ones in every frame while it scrolls, and styled components in them took longer than a frame lasts.
 */
export const RowsFrame = styled.div`
  position: relative;
  & > * {
    contain: layout style;
  }
  & [role='row'] {
    ${rowGrid}
    box-sizing: border-box;
    padding: 8px 12px;
    border-bottom: 1px solid var(--card-border-color);
    cursor: pointer;
    transition: background-color 600ms ease-out;
    @media (prefers-reduced-motion: reduce) {
      transition: none;
    }
  }
  & [role='row'][data-flash] {
    background-color: color-mix(in srgb, var(--card-focus-ring-color) 12%, transparent);
  }
  & [role='row']:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: -2px;
  }
  & [role='gridcell'] {
    min-width: 0;
    color: var(--card-fg-color);
    font: var(--shop-row-font);
    font-variant-numeric: tabular-nums;
  }
  & [data-cell] {
    overflow: clip;
    overflow-clip-margin: 4px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  & [data-numeric] {
    text-align: end;
  }
  @container shop (min-width: 720px) {
    & [role='gridcell']:not([data-cell]) {
      display: flex;
    }
  }
  @container shop (max-width: 719px) {
    & [data-title] {
      font-weight: 500;
    }
    & [data-numeric] {
      text-align: start;
    }
    & [data-label]:not([data-title])::before {
      content: attr(data-label) / '';
      display: block;
      color: var(--card-muted-fg-color);
      font: var(--shop-label-font);
    }
  }
`

/** The Studio's own text, of rows and of the labels in them: custom properties for `RowsFrame`. */
export function useRowFonts(): Readonly<Record<`--shop-${string}`, string>> {
  const {family, sizes} = useTheme_v2().font.text
  const fontOf = (size: {fontSize: number; lineHeight: number} | undefined) =>
    size === undefined ? '' : `${size.fontSize / 16}rem/${size.lineHeight / 16}rem ${family}`
  return {'--shop-row-font': fontOf(sizes[1]), '--shop-label-font': fontOf(sizes[0])}
}

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
          <Checkbox
            aria-label={props.selectLabel(String(columns[0]?.value(row)))}
            checked={props.selected}
            onChange={() => onToggle(row.id)}
            onClick={stop}
            tabIndex={-1}
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
        <Badge fontSize={0} tone={row.tone}>
          {props.stateLabel(row.state)}
        </Badge>
      </div>
    </div>
  )
})

/** A press on the checkbox does not open the document. */
function stop(event: MouseEvent): void {
  event.stopPropagation()
}
