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
}

const Frame = styled.div`
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
`

/** Numbers behind a chart as a plain table; the first column names the row. It scrolls in itself. */
export function FigureTable<R>({caption, columns, rows, keyOf}: FigureTableProps<R>) {
  const [first, ...others] = columns
  return (
    <Frame aria-label={caption} role="group" tabIndex={0}>
      <Table>
        <VisuallyHidden as="caption">{caption}</VisuallyHidden>
        <thead>
          <tr>
            {columns.map(({name, title, numeric}) => (
              <th data-numeric={numeric === true ? '' : undefined} key={name} scope="col">
                <Text align={numeric === true ? 'right' : undefined} muted size={0}>
                  {title}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {first !== undefined && (
                <th scope="row">
                  <Text size={1}>{first.render(row)}</Text>
                </th>
              )}
              {others.map(({name, numeric, render}) => (
                <td data-numeric={numeric === true ? '' : undefined} key={name}>
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
