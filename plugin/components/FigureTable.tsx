import {Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'
import {VisuallyHidden} from './VisuallyHidden.tsx'

export interface FigureTableColumn<R> {
  name: string
  title: string
  numeric?: boolean
  render: (row: R) => ReactNode
}

export interface FigureTableProps<R> {
  caption: string
  columns: readonly FigureTableColumn<R>[]
  rows: readonly R[]
  keyOf: (row: R) => string
  /** Where it is narrow, the figures of a row stand below its name instead of beyond the edge. */
  stacked?: boolean
}

const Frame = styled.div`
  container: figures / inline-size;
  position: relative;
  overflow: auto;
  max-height: 420px;
  &:focus-visible {
    outline: 2px solid var(--card-focus-ring-color);
    outline-offset: -2px;
  }
`

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
  & th,
  & td {
    padding: 8px 12px;
    text-align: start;
    font-weight: inherit;
    border-bottom: 1px solid var(--card-border-color);
  }
  & thead th {
    position: sticky;
    top: 0;
    background: var(--card-bg-color);
  }
  & tbody th {
    min-width: 140px;
  }
  & [data-numeric] {
    text-align: end;
    white-space: nowrap;
  }
  &[data-stacked] {
    @container figures (max-width: 559px) {
      & thead {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      &,
      & tbody {
        display: block;
      }
      & tbody tr {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        align-items: start;
        padding: 4px 0;
        border-bottom: 1px solid var(--card-border-color);
      }
      & tbody th,
      & td {
        border-bottom: 0;
        padding-bottom: 4px;
      }
      & tbody th {
        grid-area: 1 / 1 / auto / -1;
        padding-inline-end: 48px;
      }
      & td [data-ui='Text'] {
        text-align: start;
      }
      & [data-numeric] {
        text-align: start;
      }
      & td:last-child {
        grid-area: 1 / 3;
        justify-self: end;
      }
      & td:not(:last-child)::before {
        display: block;
        margin-bottom: 2px;
        color: var(--card-muted-fg-color);
        font-size: 10px;
        content: attr(data-title);
        content: attr(data-title) / '';
      }
    }
  }
`

// a row that is laid out as a grid is a row to nobody else without them
const ROLE = {
  table: {role: 'table'},
  group: {role: 'rowgroup'},
  row: {role: 'row'},
  column: {role: 'columnheader'},
  name: {role: 'rowheader'},
  figure: {role: 'cell'},
} as const

/** Numbers behind a chart as a plain table; the first column names the row. It scrolls in itself. */
export function FigureTable<R>({caption, columns, rows, keyOf, stacked}: FigureTableProps<R>) {
  const [first, ...others] = columns
  return (
    <Frame aria-label={caption} role="group" tabIndex={0}>
      <Table {...ROLE.table} data-stacked={stacked === true ? '' : undefined}>
        <VisuallyHidden as="caption">{caption}</VisuallyHidden>
        <thead {...ROLE.group}>
          <tr {...ROLE.row}>
            {columns.map(({name, title, numeric}) => (
              <th
                {...ROLE.column}
                data-numeric={numeric === true ? '' : undefined}
                key={name}
                scope="col"
              >
                <Text align={numeric === true ? 'right' : undefined} muted size={0}>
                  {title}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLE.group}>
          {rows.map((row) => (
            <tr {...ROLE.row} key={keyOf(row)}>
              {first !== undefined && (
                <th {...ROLE.name} scope="row">
                  <Text size={1}>{first.render(row)}</Text>
                </th>
              )}
              {others.map(({name, title, numeric, render}) => (
                <td
                  {...ROLE.figure}
                  data-numeric={numeric === true ? '' : undefined}
                  data-title={title}
                  key={name}
                >
                  <Text align={numeric === true ? 'right' : undefined} size={1}>
                    {render(row)}
                  </Text>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Frame>
  )
}
