import {Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
  & th,
  & td {
    padding: 8px 12px;
    text-align: start;
    vertical-align: top;
    border-block-end: 1px solid var(--card-border-color);
  }
  & td:first-child,
  & th:first-child {
    white-space: nowrap;
  }
`

export interface DataTableProps {
  label: string
  columns: readonly string[]
  /** A key and one cell a column. */
  rows: readonly {key: string; cells: readonly ReactNode[]}[]
}

/** A small table that is read from top to bottom. */
export function DataTable({label, columns, rows}: DataTableProps) {
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              <Text muted size={0}>
                {column}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({key, cells}) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <td key={columns[index]}>
                <Text as="div" size={1}>
                  {cell}
                </Text>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
