import * as fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {billColumns, toBillRows} from '../../plugin/csv/bills.ts'
import {customerColumns} from '../../plugin/csv/customers.ts'
import {ledgerColumns} from '../../plugin/csv/ledger.ts'
import {stockColumns} from '../../plugin/csv/openingStock.ts'
import {productColumns} from '../../plugin/csv/products.ts'
import {toCsvText} from '../../plugin/csv/writeCsv.ts'
import {billRows} from '../../plugin/dashboard/bills/billRows.ts'
import {customerRows} from '../../plugin/dashboard/customers/customerRows.ts'
import {createStockRows} from '../../plugin/dashboard/inventory/stockRows.ts'
import {
  billOrder,
  brandOrder,
  createFindIds,
  movementOrder,
  productOrder,
} from '../../plugin/dashboard/panels/listIds.ts'
import {listAlerts} from '../../plugin/domain/alertList.ts'
import {billBalanceId} from '../../plugin/domain/ids.ts'
import {proveShop} from '../../plugin/domain/proof.ts'
import {toDriftAlerts} from '../../plugin/domain/proof/driftAlerts.ts'
import {createShopState} from '../../plugin/live/shopState.ts'
import type {ShopState} from '../../plugin/live/shopState.ts'
import {exportDocuments} from '../../studio/demo/verify/exportDocuments.ts'
import type {ExportedDocument} from '../../studio/demo/verify/exportDocuments.ts'
import {planRepair} from '../../studio/demo/verify/planRepair.ts'
import {poison, spoil} from '../rig/poison.ts'
import {sized} from '../rig/size.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

const DAY = '2026-03-05'
const ALL = {billsFrom: '2000-01-01', entriesFrom: '2000-01-01'}

let shop: TestShop
let documents: ExportedDocument[]

/** A shop with a document of every type, in order. */
beforeAll(async () => {
  shop = await startTestShop()
  const {brands, categories, users, bills, stock} = shop.operations
  const [brand, category] = [
    await brands.create({name: 'Halden'}),
    await categories.create({name: 'Fans'}),
  ]
  const customer = await users.create({name: 'Ravi', role: 'customer', creditLimit: 100_000})
  const fan = await shop.stocked(10, {
    brand: {_type: 'reference', _ref: brand._id},
    category: {_type: 'reference', _ref: category._id},
    reorderLevel: 20,
    specifications: [{_key: 'a', name: 'Sweep', value: '1200 mm'}],
  })
  const sold = {
    customer: customer._id,
    lines: [
      {product: fan._id, quantity: 3},
      {name: 'Visit', quantity: 1, unitPrice: 200_00},
    ],
    payments: [{method: 'cash' as const, amount: 100_00}],
    occurredAt: `${DAY}T06:00:00.000Z`,
  }
  const {bill} = await bills.create({key: 'one', ...sold})
  const {bill: other} = await bills.create({key: 'two', ...sold})
  const lines = [{line: 'line1', quantity: 1, restock: true}]
  await bills.credit({key: 'credit', bill: bill._id, reason: 'broken', lines})
  await bills.void({key: 'void', bill: other._id, reason: 'mistake'})
  await bills.park({key: 'park', content: {lines: sold.lines}})
  await bills.deposit({key: 'deposit', customer: customer._id, amount: 5000, method: 'upi'})
  await stock.count({
    key: 'count',
    product: fan._id,
    counted: 7,
    countedAt: new Date().toISOString(),
  })
  documents = await exportDocuments(shop.client)
  expect(proveShop(documents)).toEqual([])
})
afterAll(() => shop.close())

/** Documents of which some are spoiled. */
const spoiled = fc
  .array(fc.record({at: fc.nat(), how: poison}), {minLength: 1, maxLength: 5})
  .map((spoils) => {
    const changed = [...documents]
    for (const {at, how} of spoils) {
      const index = at % changed.length
      const document = changed[index]
      if (document !== undefined) changed[index] = spoil(document, how)
    }
    return changed
  })

function stateOf(held: readonly ExportedDocument[]): ShopState {
  const state = createShopState({})
  for (const document of held) state.place(document._id, document._type, document)
  return state
}

const runs = (quick: number, long: number) => ({numRuns: sized(quick, long)})

describe('documents that are spoiled anywhere in them', () => {
  it('are flagged and not counted: the figures are those of the shop without them', () => {
    let flagged = 0
    fc.assert(
      fc.property(
        fc.gen().map((gen) => gen(() => spoiled)),
        (changed) => {
          const state = stateOf(changed)
          const {malformed, ...figures} = state.figures(DAY, true)
          const ids = new Set(malformed.map(({id}) => id))
          const rest = stateOf(changed.filter(({_id}) => !ids.has(_id)))
          const {malformed: none, ...expected} = rest.figures(DAY, true)
          expect(none).toEqual([])
          expect(figures).toEqual(expected)
          for (const value of Object.values(figures)) {
            if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true)
          }
          flagged += ids.size
          expect({}).not.toHaveProperty('polluted')
        },
      ),
      runs(300, 3_000),
    )
    expect(flagged).toBeGreaterThan(100)
  })

  it('never crash the live proof, the proof of everything or the plan of a repair', () => {
    let found = 0
    fc.assert(
      fc.property(
        fc.gen().map((gen) => gen(() => spoiled)),
        (changed) => {
          const state = stateOf(changed)
          state.judgeMore(new Set(), ALL, Infinity)
          state.suspicions(new Set(), ALL)
          const drifts = proveShop(changed)
          found += drifts.length
          for (const {message, document} of drifts) {
            expect(message.length).toBeLessThan(1_000)
            expect(document).not.toBe('')
          }
          expect(planRepair(drifts, changed).every(({mutations}) => mutations.length > 0)).toBe(
            true,
          )
        },
      ),
      runs(150, 2_000),
    )
    expect(found).toBeGreaterThan(100)
  })

  it('never crash a row, a list, an alert or a file of the dashboard', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.gen().map((gen) => gen(() => spoiled)),
        async (changed) => {
          const state = stateOf(changed)
          const shown = state.collections()
          const {products, bills, billBalances, brands, categories, users} = shown
          const figures = state.figures(DAY, true)
          const alerts = listAlerts({
            figures,
            papers: {dueSoon: [], largeVoids: [], largeDiscounts: []},
            drift: toDriftAlerts(proveShop(changed)),
            notices: state.notices(),
            publicDataset: undefined,
            lost: undefined,
          })
          expect(alerts.every(({key}) => key !== '')).toBe(true)
          const query = 'a'
          const ids = [
            createFindIds(billOrder)(bills, query, DAY),
            createFindIds(productOrder)(products, query),
            createFindIds(brandOrder)(brands, query),
            createFindIds(movementOrder)(shown.stockTransactions, query, DAY),
          ]
          expect(ids.flat().every((id) => typeof id === 'string')).toBe(true)
          const rows = [
            ...createStockRows()(shown),
            ...billRows(shown, DAY),
            ...customerRows(shown, DAY),
          ]
          expect(rows.every(({text}) => typeof text === 'string')).toBe(true)
          const currency = 'INR'
          const files = [
            toCsvText(productColumns({currency, brands, categories}), [...products.values()]),
            toCsvText(stockColumns({currency, products}), [...shown.stockLevels.values()]),
            toCsvText(customerColumns({currency}), [...users.values()]),
            toCsvText(ledgerColumns(currency), [...shown.stockTransactions.values()]),
            toCsvText(
              billColumns(currency),
              [...bills.values()].flatMap((bill) =>
                toBillRows(bill, billBalances.get(billBalanceId(bill._id))),
              ),
            ),
          ]
          expect((await Promise.all(files)).join('')).not.toContain('NaN')
        },
      ),
      runs(100, 1_000),
    )
  })
})

it('a spoiled document stops the operation that needs it in words, and no other', async () => {
  const level = documents.find(({_type}) => _type === 'stockLevel')
  const product = level?._id.slice('stockLevel.'.length) ?? ''
  const other = await shop.stocked(5)
  await shop.client
    .patch(level?._id ?? '')
    .set({onHand: '7'})
    .commit()
  const sell = (key: string, id: string) =>
    shop.operations.bills.create({key, lines: [{product: id, quantity: 1}]})
  await expect(sell('spoiled', product)).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('malformed (onHand'),
  })
  expect((await sell('sound', other._id)).entries).toHaveLength(1)
  await shop.client
    .patch(level?._id ?? '')
    .set({onHand: 7})
    .commit()
  expect((await sell('mended', product)).entries).toHaveLength(1)
  expect(await shop.differences()).toEqual([])
})
