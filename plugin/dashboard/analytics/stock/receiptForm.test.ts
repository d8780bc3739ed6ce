import {describe, expect, it} from 'vitest'
import type {Product} from '../../../domain/documents.ts'
import {readReceipt, receiptLines} from './receiptForm.ts'

const product = (id: string, decimals: 0 | 3 = 0): Product => ({
  _id: id,
  _type: 'product',
  _rev: 'r',
  _createdAt: '',
  _updatedAt: '',
  name: id,
  sku: id,
  unit: {name: decimals === 0 ? 'pcs' : 'kg', decimals},
  price: 100,
  trackStock: true,
  isActive: true,
})

const cover = (id: string, proposal: number, unitCost?: number, decimals: 0 | 3 = 0) => ({
  product: product(id, decimals),
  onHand: 0,
  value: 0,
  sold: 1,
  proposal,
  ...(unitCost === undefined ? {} : {unitCost}),
})

describe('a reorder proposal as a receipt', () => {
  it('receives what was proposed, at the cost last paid', () => {
    const lines = receiptLines([cover('fan', 12, 8_050), cover('rice', 2_500, undefined, 3)], 'INR')
    expect(lines.map(({quantity, unitCost}) => [quantity, unitCost])).toEqual([
      ['12', '80.50'],
      ['2.500', ''],
    ])
    expect(readReceipt(lines, 'INR')).toEqual({
      wrong: new Set(),
      lines: [
        {product: 'fan', quantity: 12, unitCost: 8_050},
        {product: 'rice', quantity: 2_500},
      ],
    })
  })

  it('leaves out what did not come and names what is no number', () => {
    const [fan, bulb, wire] = receiptLines(
      [cover('fan', 1), cover('bulb', 1), cover('wire', 1)],
      'INR',
    )
    if (!fan || !bulb || !wire) throw new Error('Three lines were proposed.')
    const read = readReceipt(
      [
        {...fan, quantity: '0'},
        {...bulb, quantity: '1.5'},
        {...wire, unitCost: '-3'},
      ],
      'INR',
    )
    expect(read).toEqual({wrong: new Set(['bulb', 'wire']), lines: []})
  })
})
