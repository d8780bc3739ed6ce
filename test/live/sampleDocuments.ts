/** A document without its id. */
export interface Content {
  _type: string
  [attribute: string]: unknown
}

const ref = (id: string) => ({_type: 'reference', _ref: id, _weak: true})
const actor = {id: 'u1', name: 'Asha'}
const unit = {name: 'pcs', decimals: 0}
const at = '2026-03-10T05:00:00.000Z'
const command = {operation: 'test', key: 'k', hash: 'h'}

export const sample = {
  product: (name: string, more: Record<string, unknown> = {}): Content => ({
    _type: 'product',
    name,
    sku: name,
    unit,
    price: 1000,
    trackStock: true,
    isActive: true,
    reorderLevel: 5,
    ...more,
  }),
  brand: (name: string, more: Record<string, unknown> = {}): Content => ({
    _type: 'brand',
    name,
    isActive: true,
    ...more,
  }),
  level: (productId: string, onHand: number, sequence = 1): Content => ({
    _type: 'stockLevel',
    product: ref(productId),
    onHand,
    value: onHand * 700,
    sequence,
    unit,
    lastEntry: {kind: 'sale', quantity: -1, at, by: actor},
  }),
  bill: (number: string, total: number, day: string): Content => ({
    _type: 'bill',
    number,
    series: 'bill-2026',
    sequence: 1,
    serviceType: 'sale',
    lines: [],
    totals: {
      gross: total,
      discount: 0,
      net: total,
      tax: 0,
      rounding: 0,
      total,
      cost: 0,
      taxIncluded: false,
      taxes: [],
    },
    currency: 'USD',
    dueDate: day,
    day,
    issuedAt: at,
    occurredAt: at,
    issuedBy: actor,
    command,
  }),
  balance: (
    billId: string,
    total: number,
    paid: number,
    day: string,
    more: Record<string, unknown> = {},
  ): Content => ({
    _type: 'billBalance',
    bill: ref(billId),
    number: billId,
    total,
    paid,
    credited: 0,
    balance: total - paid,
    dueDate: day,
    day,
    ...more,
  }),
  entry: (productId: string, sequence: number, quantity: number, day: string): Content => ({
    _type: 'stockTransaction',
    product: ref(productId),
    productName: productId,
    unit,
    sequence,
    kind: 'sale',
    quantity,
    balanceAfter: 0,
    unitCost: 700,
    value: quantity * 700,
    actor,
    occurredAt: at,
    day,
    command,
  }),
  settings: (timeZone: string): Content => ({
    _type: 'shopSettings',
    currency: 'USD',
    timeZone,
    tax: {defaultRate: 0, included: false, rounding: 'line'},
    stockPolicy: 'deny',
    cashRounding: 1,
    paymentTermDays: 0,
    series: {bill: 'B-{sequence}', creditNote: 'C-{sequence}'},
  }),
  creditNote: (number: string, total: number, day: string): Content => ({
    ...sample.bill(number, total, day),
    _type: 'creditNote',
    reason: 'returned',
  }),
}
