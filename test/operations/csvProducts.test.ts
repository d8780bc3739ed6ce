import * as fc from 'fast-check'
import papaparse from 'papaparse'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {productColumns} from '../../plugin/csv/products.ts'
import {runImport} from '../../plugin/csv/runImport.ts'
import {toCsvText} from '../../plugin/csv/writeCsv.ts'
import {sized} from '../rig/size.ts'
import {dryRun, importInto, importShopOf, PRODUCTS_FILE} from './csvShop.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

const shops: TestShop[] = []
let shop: TestShop

async function openShop(): Promise<TestShop> {
  const opened = await startTestShop()
  shops.push(opened)
  return opened
}

beforeEach(async () => {
  shop = await openShop()
})
afterEach(async () => {
  for (const opened of shops.splice(0)) {
    expect(await opened.differences()).toEqual([])
    await opened.close()
  }
})

async function exportProducts(from: TestShop): Promise<string> {
  const held = await importShopOf(from.client)
  const products = [...held.products.values()].toSorted((a, b) => (a.sku < b.sku ? -1 : 1))
  return toCsvText(productColumns(held), products)
}

describe('an import of products', () => {
  it('says in a dry run what it would do, and writes nothing', async () => {
    const plan = await dryRun(
      shop.client,
      'products',
      `Colour,${PRODUCTS_FILE}`.replace(/\n(?=.)/g, '\nred,'),
    )
    expect(plan.rows.map(({line, label, action}) => [line, label, action])).toEqual([
      [2, 'FAN-1', 'create'],
      [3, 'WIRE', 'create'],
      [4, 'VISIT', 'create'],
    ])
    expect(plan).toMatchObject({
      newBrands: ['Halden'],
      newCategories: ['Fans', 'Wires'],
      ignored: ['Colour'],
    })
    expect(await shop.documents('product')).toEqual([])
  })

  it('makes products with money in minor units and quantities in steps, and what they refer to once', async () => {
    const {result} = await importInto(shop, 'products', PRODUCTS_FILE)
    expect(result).toEqual({saved: 3, failed: [], left: 0})
    const brands = await shop.documents('brand')
    expect(brands).toMatchObject([{name: 'Halden'}])
    const [fan, visit, wire] = await shop.client.fetch<object[]>(
      '*[_type == "product"] | order(sku)',
    )
    expect(fan).toMatchObject({sku: 'FAN-1', price: 149_950, taxRate: 1800, reorderLevel: 5})
    expect(wire).toMatchObject({
      price: 3250,
      taxRate: 525,
      unit: {name: 'm', decimals: 2},
      reorderLevel: 1250,
      brand: {_ref: brands[0]?._id},
    })
    expect(visit).not.toHaveProperty('brand')
  })

  it('is idempotent by sku: again it changes nothing, and a changed row changes its product alone', async () => {
    await importInto(shop, 'products', PRODUCTS_FILE)
    const before = await shop.documents()
    const again = await importInto(shop, 'products', PRODUCTS_FILE)
    expect(again.plan.rows.map(({action}) => action)).toEqual(Array(3).fill('unchanged'))
    expect(await shop.documents()).toEqual(before)
    const {plan, result} = await importInto(
      shop,
      'products',
      PRODUCTS_FILE.replace('1499.50,18,5', '1600,,5'),
    )
    expect(plan.rows.map(({action}) => action)).toEqual(['update', 'unchanged', 'unchanged'])
    expect(plan.rows[0]?.command).toMatchObject({fields: {price: 160_000, taxRate: null}})
    expect(result.saved).toBe(1)
    const product = await shop.client.fetch('*[sku == "FAN-1" && _type == "product"][0]')
    expect(product).toMatchObject({price: 160_000, reorderLevel: 5})
    expect(product).not.toHaveProperty('taxRate')
  })

  it('leaves what the file has no column for', async () => {
    await importInto(shop, 'products', PRODUCTS_FILE)
    await importInto(shop, 'products', 'sku;name\nFAN-1;Ceiling fan 48"\n')
    const [product] = await shop.client.fetch('*[sku == "FAN-1" && _type == "product"]')
    expect(product).toMatchObject({name: 'Ceiling fan 48"', price: 149_950, taxRate: 1800})
  })

  it('names every wrong cell with its line and imports the other rows whole', async () => {
    await shop.product({sku: 'TWIN', name: 'Twin A'})
    const text = `SKU,Name,Price,Unit decimals,Tax %,Track stock,Specifications
GOOD,Good,10,0,,yes,
,No sku,10,0,,,
GOOD,Again,10,0,,,
A,,10,0,,,
B,Comma,"1,50",0,,,
C,Fine,1.005,0,,,
D,Word,ten,0,,,
E,Tax,10,0,101,,
F,Unit,10,7,,maybe,
G,Spec,10,0,,,no colon
H,Negative,-1,0,,,
I,"open,10
`
    const {plan, result} = await importInto(shop, 'products', text)
    const issues = plan.rows
      .filter(({action}) => action === 'refused')
      .map(({line, issues: found}) => [
        line,
        ...found.map(({column, message}) => `${column}: ${message}`),
      ])
    expect(issues).toEqual([
      [3, 'SKU: must not be empty: it says which product the row is'],
      [4, 'SKU: GOOD stands in line 2 already'],
      [5, 'Name: must not be empty'],
      [6, 'Price: is “1,50”, must be a number: a point before the decimals, no commas'],
      [7, 'Price: is “1.005”, can have at most 2 decimals'],
      [8, 'Price: is “ten”, must be a number'],
      [9, 'Tax %: must be at most 10000 (100 %)'],
      [
        10,
        'Unit decimals: is “7”, must be 0 or 1 or 2 or 3',
        'Track stock: is “maybe”, must be yes or no',
      ],
      [11, 'Specifications: must be lines of “name: value”'],
      [12, 'Price: must not be negative'],
      [13, ': a quotation mark is not closed, or stands in the middle of a cell'],
    ])
    expect(result).toEqual({saved: 1, failed: [], left: 0})
    expect(await shop.client.fetch('*[_type == "product"].sku')).toEqual(
      expect.arrayContaining(['GOOD', 'TWIN']),
    )
  })

  it('reports a row that was refused only when it was saved, and saves the others', async () => {
    const plan = await dryRun(shop.client, 'products', PRODUCTS_FILE)
    await shop.product({sku: 'WIRE', name: 'Made meanwhile'})
    const result = await runImport(plan, shop.operations)
    expect(result).toMatchObject({
      saved: 2,
      failed: [{line: 3, label: 'WIRE', message: expect.stringContaining('Made meanwhile')}],
    })
  })

  it('stops where somebody may not, and says what is left', async () => {
    const plan = await dryRun(shop.client, 'products', PRODUCTS_FILE)
    const viewer = shop.till('viewer', {
      client: shop.lake.client('production', shop.lake.viewerToken),
    })
    const result = await runImport(plan, viewer)
    expect(result.saved).toBe(0)
    expect(result.stopped).toContain('role')
    expect(await shop.documents('product')).toEqual([])
  })

  it('that was cut off is run again and ends the same', async () => {
    const count = sized(60, 1000)
    const rows = Array.from(
      {length: count},
      (_, index) => `P${index},Product ${index},${index}.25,B${index % 3}`,
    )
    const text = `SKU,Name,Price,Brand\n${rows.join('\n')}\n`
    const stop = new AbortController()
    const plan = await dryRun(shop.client, 'products', text)
    const cut = await runImport(plan, shop.operations, {
      signal: stop.signal,
      onProgress: ({done}) => {
        if (done === Math.floor(count / 3)) stop.abort()
      },
    })
    expect(cut.left).toBeGreaterThan(0)
    const {plan: rest, result} = await importInto(shop, 'products', text)
    expect(rest.rows.filter(({action}) => action === 'unchanged')).toHaveLength(cut.saved)
    expect(result).toEqual({saved: count - cut.saved, failed: [], left: 0})
    expect(await shop.documents('product')).toHaveLength(count)
    expect(await shop.documents('brand')).toHaveLength(3)
  })
})

describe('an export of products', () => {
  const words = fc.string({
    unit: fc.constantFrom(
      'a',
      'B',
      '=',
      '+',
      '-',
      '@',
      '"',
      ',',
      "'",
      ';',
      '\\',
      ':',
      'é',
      '雪',
      ' ',
    ),
    minLength: 1,
    maxLength: 12,
  })
  const trimmed = words.map((text) => `x${text}`.trim())
  const risky = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', "'="), trimmed)
    .map((parts) => parts.join(''))
  const product = fc.record(
    {
      name: fc.oneof(trimmed, risky),
      price: fc.nat(1_000_000_00),
      barcode: risky,
      taxRate: fc.integer({min: 0, max: 10_000}),
      unit: fc.record({name: fc.constantFrom('pcs', 'kg'), decimals: fc.constantFrom(0, 1, 2, 3)}),
      reorderLevel: fc.nat(100_000),
      trackStock: fc.boolean(),
      stockPolicy: fc.constantFrom('deny', 'allow'),
      description: fc
        .string({unit: fc.constantFrom('a', '\n', '=', '"', ' ', ','), minLength: 1})
        .map((text) => `d${text}d`),
      specifications: fc.array(
        fc.record({
          _key: fc.uuid(),
          name: trimmed,
          value: fc.string({unit: fc.constantFrom('v', ':', '\n', '\\')}),
        }),
        {minLength: 1, maxLength: 3},
      ),
      isActive: fc.boolean(),
    },
    {requiredKeys: ['name', 'price']},
  )

  it('imported elsewhere and exported again is the same file, whatever stands in it', async () => {
    const other = await openShop()
    const brand = await shop.operations.brands.create({name: '=cmd|calc'})
    const made = fc.sample(product, sized(25, 300))
    for (const [index, fields] of made.entries()) {
      const reference = {_type: 'reference' as const, _ref: brand._id}
      await shop.product({
        ...fields,
        sku: `${index % 2 === 0 ? '=' : ''}S-${index}`,
        brand: reference,
      })
    }
    const file = await exportProducts(shop)
    const cells = papaparse.parse<string[]>(file).data.flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells.filter((cell) => cell.startsWith("'")).length).toBeGreaterThan(made.length)
    const {plan, result} = await importInto(other, 'products', file)
    expect(plan.rows.flatMap(({issues}) => issues)).toEqual([])
    expect(result.saved).toBe(made.length)
    expect(await exportProducts(other)).toBe(file)
    expect(plan.newBrands).toEqual(['=cmd|calc'])
    const again = await importInto(shop, 'products', file)
    expect(again.plan.rows.filter(({action}) => action !== 'unchanged')).toEqual([])
  })
})
