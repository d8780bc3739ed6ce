import './installDom.ts'
import {render, screen, waitFor} from '@testing-library/react'
import {useMemo, useState} from 'react'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {billRows} from '../../plugin/dashboard/bills/billRows.ts'
import type {BillTableRow} from '../../plugin/dashboard/bills/billRows.ts'
import {customerRows} from '../../plugin/dashboard/customers/customerRows.ts'
import type {CustomerTableRow} from '../../plugin/dashboard/customers/customerRows.ts'
import {createStockRows} from '../../plugin/dashboard/inventory/stockRows.ts'
import type {Column, TableRow} from '../../plugin/dashboard/table/columns.ts'
import {createRowCache} from '../../plugin/dashboard/table/rowCache.ts'
import {TableRowCard} from '../../plugin/dashboard/table/TableRowCard.tsx'
import {dayOf} from '../../plugin/domain/calendar.ts'
import type {ShopSnapshot} from '../../plugin/live/types.ts'
import {SanityRealtimeProvider, useHasData, useShopSnapshot} from '../../plugin/realtime/index.ts'
import type {ProxiedLake} from './proxiedLake.ts'
import {startReactRig} from './reactRig.ts'
import {sample} from './sampleDocuments.ts'

// bills of other days may not be held
const DAY = dayOf(new Date().toISOString(), 'UTC')
const COUNT = 20

let rig: ProxiedLake
let renders: string[] = []

beforeEach(async () => {
  renders = []
  rig = await startReactRig()
  const transaction = rig.lake.client().transaction()
  for (let index = 0; index < COUNT; index++) {
    const customer = {_type: 'reference', _ref: `u${index}`, _weak: true}
    transaction.create({_id: `p${index}`, ...sample.product(`P${index}`)})
    transaction.create({_id: `stockLevel.p${index}`, ...sample.level(`p${index}`, 10)})
    transaction.create({_id: `u${index}`, _type: 'user', name: `U${index}`, role: 'customer'})
    transaction.create({_id: `bill.${index}`, ...sample.bill(`B-${index}`, 100, DAY)})
    transaction.create({
      _id: `billBalance.${index}`,
      ...sample.balance(`bill.${index}`, 100, 0, DAY, {customer}),
    })
  }
  await transaction.commit()
})
afterEach(() => rig.close())

/** Rows of a view of the dashboard as its table shows them; each rendering of one is noted. */
function Table<R extends TableRow>({toRows}: {toRows: (snapshot: ShopSnapshot) => readonly R[]}) {
  const rows = useShopSnapshot(toRows)
  const hasData = useHasData()
  const columns = useMemo((): readonly Column<TableRow>[] => [{name: 'id', title: 'Id', value}], [])
  if (!hasData) return null
  return (
    <div data-testid="table" role="grid">
      {rows.map((row, index) => (
        <TableRowCard
          columns={columns}
          current={false}
          index={index}
          key={row.id}
          measure={undefined}
          onFocus={nothing}
          onOpen={nothing}
          onToggle={undefined}
          row={row}
          selectLabel={same}
          selected={false}
          start={0}
          stateLabel={same}
          stateTitle=""
        />
      ))}
    </div>
  )
}

const nothing = () => {}
const same = (text: string) => text
const value = (row: TableRow): string => {
  renders.push(row.id)
  return `${row.id} ${row.revision}`
}

function Inventory() {
  const [toRows] = useState(() => createStockRows())
  return <Table toRows={toRows} />
}

function Customers() {
  const [cache] = useState(() => createRowCache<CustomerTableRow>())
  return <Table toRows={(snapshot) => customerRows(snapshot, DAY, cache)} />
}

function Bills() {
  const [cache] = useState(() => createRowCache<BillTableRow>())
  return <Table toRows={(snapshot) => billRows(snapshot, DAY, cache)} />
}

describe('a view of many rows', () => {
  it.each([
    ['inventory', Inventory, 'stockLevel.p7', {onHand: 3}, 'p7'],
    ['inventory', Inventory, 'p7', {name: 'Lamp'}, 'p7'],
    ['customers', Customers, 'billBalance.7', {balance: 40, paid: 60}, 'u7'],
    ['customers', Customers, 'u7', {phone: '1'}, 'u7'],
    ['bills', Bills, 'billBalance.7', {balance: 0, paid: 100}, 'bill.7'],
  ])(
    '%s renders the one row that changed (%#)',
    async (_name, View, changed: string, change: object, row: string) => {
      render(
        <SanityRealtimeProvider client={rig.lake.client()} options={{}}>
          <View />
        </SanityRealtimeProvider>,
      )
      await waitFor(() => expect(screen.getByTestId('table').childElementCount).toBe(COUNT))
      const before = textOf(row)
      renders = []
      await rig.lake.client().patch(changed).set(change).commit()
      await waitFor(() => expect(textOf(row)).not.toBe(before))
      expect(new Set(renders)).toEqual(new Set([row]))
    },
  )
})

/** Of the row of this document. */
function textOf(id: string): string {
  const table = screen.getByTestId('table')
  return [...table.children].find((row) => row.textContent?.startsWith(`${id} `))?.textContent ?? ''
}
