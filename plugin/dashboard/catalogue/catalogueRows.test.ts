import {describe, expect, it} from 'vitest'
import type {Category, Product, StockLevel} from '../../domain/documents.ts'
import {attributeKey, stockLevelId} from '../../domain/ids.ts'
import {brandRows, categoryRows, shownRows} from './catalogueRows.ts'

const stamp = {_rev: 'r', _createdAt: '', _updatedAt: ''}
const unit = {name: 'pcs', decimals: 0} as const

const category = (id: string, parent?: string): [string, Category] => [
  id,
  {
    ...stamp,
    _id: id,
    _type: 'category',
    name: id,
    isActive: true,
    ...(parent === undefined ? {} : {parent: {_type: 'reference', _ref: parent}}),
  },
]
const product = (id: string, group: string): [string, Product] => [
  id,
  {
    ...stamp,
    _id: id,
    _type: 'product',
    name: id,
    sku: id,
    unit,
    price: 100,
    trackStock: true,
    isActive: true,
    reorderLevel: 5,
    category: {_type: 'reference', _ref: group},
    brand: {_type: 'reference', _ref: 'halden'},
  },
]
const level = (id: string, onHand: number): [string, StockLevel] => [
  stockLevelId(id),
  {
    ...stamp,
    _id: stockLevelId(id),
    _type: 'stockLevel',
    product: {_type: 'reference', _ref: id},
    onHand,
    value: onHand * 10,
    sequence: 1,
    unit,
    lastEntry: {kind: 'purchase', quantity: onHand, at: '', by: {id: 'a', name: 'A'}},
  },
]

const shop = {
  products: new Map([
    product('bulb', 'lamps'),
    product('tube', 'lamps'),
    product('fan', 'cooling'),
  ]),
  stockLevels: new Map([level('bulb', 20), level('fan', 3)]),
  categories: new Map([
    category('electric'),
    category('lamps', 'electric'),
    category('cooling', 'electric'),
    category('lost', 'gone'),
  ]),
}
const sales = new Map([
  [attributeKey('lamps'), 500],
  [attributeKey('cooling'), 70],
  [attributeKey('halden'), 570],
])

describe('the tree of categories', () => {
  it('gives each category the figures of all that stands below it', () => {
    expect(categoryRows(shop, sales)).toEqual([
      expect.objectContaining({
        id: 'electric',
        level: 1,
        hasChildren: true,
        products: 3,
        value: 230,
        sales: 570,
        low: 1,
        out: 1,
      }),
      expect.objectContaining({
        id: 'cooling',
        level: 2,
        products: 1,
        value: 30,
        sales: 70,
        low: 1,
        out: 0,
      }),
      expect.objectContaining({
        id: 'lamps',
        level: 2,
        products: 2,
        value: 200,
        sales: 500,
        low: 0,
        out: 1,
      }),
      expect.objectContaining({id: 'lost', level: 1, hasChildren: false, products: 0}),
    ])
  })

  it('shows every category once, even one that stands below its own child', () => {
    const circle = new Map([
      category('a', 'c'),
      category('b', 'a'),
      category('c', 'b'),
      category('d', 'a'),
    ])
    const rows = categoryRows({...shop, categories: circle}, new Map())
    expect(rows.map(({id}) => id).toSorted()).toEqual(['a', 'b', 'c', 'd'])
    expect(rows.find(({id}) => id === 'd')?.level).toBe(2)
  })

  it('hides what stands below a closed row, and shows what is searched with all above it', () => {
    const rows = categoryRows(shop, sales)
    const ids = (query: string, closed: string[]) =>
      shownRows(rows, query, new Set(closed)).map(({id}) => id)
    expect(ids('', ['electric'])).toEqual(['electric', 'lost'])
    expect(ids('', [])).toEqual(['electric', 'cooling', 'lamps', 'lost'])
    expect(ids('lamp', ['electric'])).toEqual(['electric', 'lamps'])
  })
})

it('brands have the figures of their products', () => {
  const brands = new Map([
    ['halden', {...stamp, _id: 'halden', _type: 'brand' as const, name: 'Halden', isActive: true}],
  ])
  expect(brandRows({...shop, brands}, sales)).toEqual([
    {
      id: 'halden',
      type: 'brand',
      name: 'Halden',
      isActive: true,
      level: 1,
      hasChildren: false,
      products: 3,
      value: 230,
      sales: 570,
      low: 1,
      out: 1,
    },
  ])
})
