import {Text} from '@sanity/ui'
import {styled} from 'styled-components'
import {VisuallyHidden} from './VisuallyHidden.tsx'

export interface HeatRow {
  key: string
  label: string
  cells: readonly {
    key: string
    /** 0 to 1: how strongly the cell is tinted; `undefined` leaves it out. */
    heat: number | undefined
    /** Read out, and shown on hover. */
    text: string
    /** Stands in the cell for all to see. */
    visible?: string
  }[]
}

const Table = styled.table`
  border-collapse: separate;
  border-spacing: 2px;
  width: 100%;
  font-variant-numeric: tabular-nums;
  & th {
    font-weight: inherit;
    text-align: start;
    white-space: nowrap;
    padding-inline-end: 6px;
  }
  & tbody th {
    width: 1%;
  }
  & thead th {
    text-align: center;
    padding: 0;
  }
  & td {
    --strength: 60%;
    height: 26px;
    min-width: 12px;
    padding: 0 2px;
    border-radius: 2px;
    text-align: center;
    background: color-mix(
      in srgb,
      var(--card-link-fg-color) calc(var(--heat) * var(--strength)),
      var(--card-muted-bg-color, transparent)
    );
  }
  & td[data-visible] {
    --strength: 28%;
  }
  & td[data-out] {
    background: none;
  }
`

export interface HeatTableProps {
  caption: string
  /** Heads of the columns; an empty one stands over a column that needs none. */
  columns: readonly {key: string; label: string; visible: boolean}[]
  rows: readonly HeatRow[]
}

/** A table whose cells are tinted by how much they hold. */
export function HeatTable({caption, columns, rows}: HeatTableProps) {
  return (
    <Table>
      <VisuallyHidden as="caption">{caption}</VisuallyHidden>
      <thead>
        <tr>
          <td aria-hidden data-out="" />
          {columns.map(({key, label, visible}) => (
            <th key={key} scope="col">
              <Text muted size={0}>
                {visible ? label : <VisuallyHidden>{label}</VisuallyHidden>}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <Text muted size={0}>
                {row.label}
              </Text>
            </th>
            {row.cells.map(({key, heat, text, visible}) => (
              <td
                data-visible={visible === undefined ? undefined : ''}
                data-out={heat === undefined ? '' : undefined}
                key={key}
                style={toHeat(heat)}
                title={text}
              >
                {visible === undefined ? (
                  <VisuallyHidden>{text}</VisuallyHidden>
                ) : (
                  <Text align="center" size={0}>
                    {visible}
                  </Text>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function toHeat(heat: number | undefined): React.CSSProperties & Record<'--heat', number> {
  return {'--heat': Math.max(0, Math.min(1, heat ?? 0))}
}
