import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {customerColumns} from '../../plugin/csv/customers.ts'
import {stockColumns} from '../../plugin/csv/openingStock.ts'
import {runImport} from '../../plugin/csv/runImport.ts'
import {toCsvText} from '../../plugin/csv/writeCsv.ts'
import {sized} from '../rig/size.ts'
import {dryRun, importInto, importShopOf, PRODUCTS_FILE} from './csvShop.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
})

describe('an import of customers', () => {
  const file = `Name,Phone,E-mail,Credit limit,Notes
Ravi,+91 98765 00001,ravi@example.com,5000.00,pays late
Ravi,+91 98765 00002,,,
Meera,,meera@example.com,,
Walk-by,,,,
`

  it('knows a customer again by e-mail, phone, or name alone, and exports what it read', async () => {
    const {result} = await importInto(shop, 'customers', file)
    expect(result).toEqual({saved: 4, failed: [], left: 0})
    const changed = file
      .replace('Ravi,+91 98765 00002', 'Ravi K,+91-98765-00002')
      .replace('5000.00', '6000')
    const {plan} = await importInto(shop, 'customers', changed)
    expect(plan.rows.map(({action}) => action)).toEqual([
      'update',
      'update',
      'unchanged',
      'unchanged',
    ])
    const {users} = await importShopOf(shop.client)
    expect(users.size).toBe(4)
    const text = await toCsvText(customerColumns({currency: 'INR'}), [...users.values()])
    expect(text).toContain("'+91 98765 00001,ravi@example.com,,,6000.00,pays late,yes")
    expect((await importInto(shop, 'customers', text)).result.saved).toBe(0)
  })

  it('refuses who could be two, with the line', async () => {
    await importInto(shop, 'customers', file)
    const mixed = 'Name,Phone,E-mail\nX,+91 98765 00002,meera@example.com\nY,1,no address\nZ,1,\n'
    const plan = await dryRun(shop.client, 'customers', mixed)
    expect(plan.rows.map(({line, action, issues}) => [line, action, issues[0]?.message])).toEqual([
      [2, 'refused', 'several customers have this phone, e-mail or name: correct them first'],
      [3, 'refused', 'must be an e-mail address'],
      [4, 'refused', 'is the customer of line 3 by phone 1'],
    ])
  })
})

describe('an import of opening stock', () => {
  it('opens the ledger of each product once, however often it is imported', async () => {
    await importInto(shop, 'products', PRODUCTS_FILE)
    const file =
      'SKU,Quantity,Unit cost\nFAN-1,10,1000.00\nWIRE,120.5,20\nVISIT,1,\nNONE,1,\nFAN-1,5,\n'
    const {plan, result} = await importInto(shop, 'openingStock', file)
    expect(plan.rows.map(({line, action, issues}) => [line, action, issues[0]?.message])).toEqual([
      [2, 'create', undefined],
      [3, 'create', undefined],
      [4, 'refused', 'Home visit is a service without stock'],
      [5, 'refused', 'no product has NONE: import products first'],
      [6, 'refused', 'FAN-1 stands in line 2 already'],
    ])
    expect(result).toEqual({saved: 2, failed: [], left: 0})
    const again = await importInto(shop, 'openingStock', file)
    expect(again.plan.rows.slice(0, 2)).toMatchObject([
      {
        action: 'unchanged',
        issues: [{message: expect.stringContaining('has 1 movements already')}],
      },
      {action: 'unchanged'},
    ])
    expect((await shop.documents('stockTransaction')).map(({_type}) => _type)).toHaveLength(2)
    const held = await importShopOf(shop.client)
    const text = await toCsvText(stockColumns(held), [...held.stockLevels.values()])
    expect(text.split('\r\n').toSorted()).toEqual([
      '',
      'FAN-1,Ceiling fan,10,pcs,1000.00,10000.00',
      'SKU,Name,Quantity,Unit,Unit cost,Value',
      'WIRE,House wire,120.50,m,20.00,2410.00',
    ])
  })
})

it('takes a whole shop of products and opening stock: every row a transaction, the dry run and the second time cheap', async () => {
  const rows = sized(100, 10_000)
  const numbers = Array.from({length: rows}, (_, index) => index + 1)
  const products = numbers.map(
    (number) =>
      `P-${number},Product ${number},Brand ${number % 40},Category ${number % 25},pcs,0,${number}.50,18`,
  )
  const header = 'SKU,Name,Brand,Category,Unit,Unit decimals,Price,Tax %'
  const stock = numbers.map((number) => `P-${number},${1 + (number % 90)},${number}.25`)
  const files = [
    ['products', [header, ...products].join('\n')],
    ['openingStock', ['SKU,Quantity,Unit cost', ...stock].join('\n')],
  ] as const
  for (const [kind, text] of files) {
    const started = performance.now()
    const plan = await dryRun(shop.client, kind, text)
    const planned = performance.now()
    expect(plan.rows.map(({action}) => action)).toEqual(Array(rows).fill('create'))
    expect(await runImport(plan, shop.operations)).toEqual({saved: rows, failed: [], left: 0})
    const done = performance.now()
    const again = await dryRun(shop.client, kind, text)
    expect(new Set(again.rows.map(({action}) => action))).toEqual(new Set(['unchanged']))
    const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1)
    console.log(
      `${rows} rows of ${kind}: dry run ${seconds(planned - started)} s, import ${seconds(done - planned)} s ` +
        `(${Math.round((rows * 1000) / (done - planned))} rows a second), dry run again ${seconds(performance.now() - done)} s`,
    )
  }
  const sold = numbers.reduce((sum, number) => sum + 1 + (number % 90), 0)
  expect(await shop.client.fetch('math::sum(*[_type == "stockLevel"].onHand)')).toBe(sold)
  expect(await shop.client.fetch('count(*[_type == "brand"])')).toBe(Math.min(40, rows))
})
