import {Button, Card, Checkbox} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {styled} from 'styled-components'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {Column, Order, TableRow} from './columns.ts'
import {rowGrid} from './rowStyles.ts'
import type {Selection} from './useSelection.ts'

const Head = styled(Card)`
  ${rowGrid}
  && {
    display: grid;
  }
  position: sticky;
  top: 0;
  z-index: 1;
  @container shop (max-width: 719px) {
    && {
      display: flex;
    }
    overflow-x: auto;
    white-space: nowrap;
    & > * {
      flex: none;
    }
  }
`

export interface TableHeadProps<R extends TableRow> {
  columns: readonly Column<R>[]
  stateTitle: string
  order: Order
  onSort: (order: Order) => void
  rows: readonly R[]
  selection?: Selection | undefined
}

/** Names of the columns; a press sorts by one, a second press the other way round. */
export function TableHead<R extends TableRow>(props: TableHeadProps<R>) {
  const {columns, order, onSort, rows, selection} = props
  const {t} = useTranslation(SHOP_NAMESPACE)
  const chosen = selection?.ids.size ?? 0
  const all = [
    ...columns.map(({name, title, numeric}) => ({name, title, numeric: numeric === true})),
    {name: 'state', title: props.stateTitle, numeric: false},
  ]
  return (
    <Head
      aria-rowindex={1}
      borderBottom
      data-selectable={selection === undefined ? undefined : ''}
      paddingX={3}
      paddingY={1}
      role="row"
    >
      {selection !== undefined && (
        <div role="columnheader">
          <Checkbox
            aria-label={t('table.select-all')}
            checked={chosen > 0 && chosen === rows.length}
            indeterminate={chosen > 0 && chosen < rows.length}
            onChange={() => (chosen === rows.length ? selection.clear() : selection.selectAll())}
          />
        </div>
      )}
      {all.map(({name, title, numeric}) => {
        const sorted = order.column === name
        const direction = order.descending ? 'descending' : 'ascending'
        return (
          <Card aria-sort={sorted ? direction : 'none'} key={name} role="columnheader">
            <Button
              fontSize={0}
              justify={numeric ? 'flex-end' : 'flex-start'}
              mode="bleed"
              onClick={() => onSort({column: name, descending: sorted && !order.descending})}
              paddingX={0}
              paddingY={2}
              text={sorted ? `${title} ${order.descending ? '↓' : '↑'}` : title}
              width="fill"
            />
          </Card>
        )
      })}
    </Head>
  )
}
