import {createSchema, type ObjectSchemaType} from 'sanity'
import {describe, expect, it} from 'vitest'
import {
  filterNewDocumentOptions,
  filterShopActions,
  operationOnlyTypes,
  shopSchemaTypes,
} from './index.ts'

const schema = createSchema({name: 'shop', types: shopSchemaTypes({currency: 'INR'})})

const DOCUMENT_TYPES = [
  'product',
  'brand',
  'category',
  'user',
  'bill',
  'billBalance',
  'payment',
  'creditNote',
  'billDraft',
  'stockLevel',
  'stockTransaction',
  'stockOperation',
  'series',
  'daySummary',
  'shopSettings',
  'customerAccount',
  'sku',
  'alertNote',
]

function documentType(name: string): ObjectSchemaType {
  const type = schema.get(name)
  if (type?.jsonType !== 'object') throw new Error(`no document type ${name}`)
  return type
}

const previewOf = (name: string, selection: Record<string, unknown>) =>
  documentType(name).preview?.prepare?.(selection)

describe('schema of the shop', () => {
  it('compiles without a problem', () => {
    const problems = (schema._validation ?? []).flatMap((group) =>
      group.problems.map(({severity, message}) => `${severity}: ${message}`),
    )
    expect(problems).toEqual([])
  })

  it('has every document type', () => {
    expect(
      schema
        .getTypeNames()
        .filter((name) => DOCUMENT_TYPES.includes(name))
        .toSorted(),
    ).toEqual(DOCUMENT_TYPES.toSorted())
  })

  it('keeps stock and cost off the product', () => {
    const names = documentType('product').fields.map(({name}) => name)
    expect(names.filter((name) => /stock$|cost|onHand|quantity$/.test(name))).toEqual([])
  })

  it.each(operationOnlyTypes)('%s is read-only, live and without actions', (name) => {
    const type = documentType(name)
    expect({readOnly: type.readOnly, liveEdit: type.liveEdit}).toEqual({
      readOnly: true,
      liveEdit: true,
    })
    expect(filterShopActions([publish], {schemaType: name})).toEqual([])
  })

  it('never copies a customer to an id without a dot, and keeps other actions', () => {
    expect(filterShopActions([publish, duplicate], {schemaType: 'user'})).toEqual([publish])
    expect(filterShopActions([publish, duplicate], {schemaType: 'product'})).toEqual([
      publish,
      duplicate,
    ])
  })

  it('offers only product, brand, category and the project’s own types as new', () => {
    const offered = filterNewDocumentOptions(
      [...DOCUMENT_TYPES, 'article'].map((templateId) => ({templateId})),
    )
    expect(offered.map(({templateId}) => templateId)).toEqual([
      'product',
      'brand',
      'category',
      'article',
    ])
  })
})

describe('previews', () => {
  it('show a bill by number, customer and formatted total', () => {
    expect(
      previewOf('bill', {
        number: 'B-2026-7',
        customer: undefined,
        total: 123450,
        currency: 'INR',
        day: '2026-11-22',
      }),
    ).toEqual({title: 'B-2026-7 · Walk-in', subtitle: '₹1,234.50 · 2026-11-22'})
  })

  it('show a stock movement by signed quantity and kind', () => {
    expect(
      previewOf('stockTransaction', {
        name: 'Copper wire',
        kind: 'sale',
        quantity: -2500,
        balance: 500,
        unit: 'm',
        decimals: 3,
        source: 'B-2026-7',
        day: '2026-11-22',
      }),
    ).toEqual({
      title: '−2.500 m · Copper wire',
      subtitle: 'Sale · B-2026-7 · 0.500 m left · 2026-11-22',
    })
  })

  it.each(DOCUMENT_TYPES)('%s survives a malformed document', (name) => {
    const select = documentType(name).preview?.select ?? {}
    for (const wrong of [null, undefined, '12', {}, [], Number.NaN, '__proto__']) {
      const shown = previewOf(
        name,
        Object.fromEntries(Object.keys(select).map((key) => [key, wrong])),
      )
      expect(typeof shown?.title).toBe('string')
      expect(JSON.stringify(shown)).not.toMatch(/NaN|undefined|\[object/)
    }
  })
})

function publish() {
  return null
}
publish.action = 'publish' as const

function duplicate() {
  return null
}
duplicate.action = 'duplicate' as const
