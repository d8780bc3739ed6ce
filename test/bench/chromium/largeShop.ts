import {addDays, dayOf} from '../../../plugin/domain/calendar.ts'
import {deriveSummaries} from '../../../plugin/domain/daySums.ts'
import type {Bill, BillBalance, Payment} from '../../../plugin/domain/documents.ts'
import {
  billBalanceId,
  daySummaryId,
  idFromKey,
  seriesId,
  stockLevelId,
  stockTransactionId,
} from '../../../plugin/domain/ids.ts'
import {sample} from '../../live/sampleDocuments.ts'

export interface LargeShopSize {
  products: number
  bills: number
  /** Over which the bills are spread, the last of them today. */
  days: number
}

interface Written {
  _id: string
  _type: string
  [attribute: string]: unknown
}

const TIME_ZONE = 'Asia/Kolkata'
const OPENING = 1_000
const UNIT_COST = 700
const PRICE = 1_000
const unit = {name: 'pcs', decimals: 0}
const actor = {id: 'bench', name: 'Bench'}
const command = {operation: 'bench', key: 'k', hash: 'h'}
const weak = (id: string) => ({_type: 'reference' as const, _ref: id, _weak: true as const})
const stamps = {_rev: '', _createdAt: '', _updatedAt: ''}

/** All documents of a shop that has sold for a while: two products a bill, one bill in five not paid. */
export function* largeShop({products, bills, days}: LargeShopSize): Generator<Written> {
  const today = dayOf(new Date().toISOString(), TIME_ZONE)
  const shelf = createShelf(products)
  yield settings
  yield* catalogue(products)
  const papers: {bill: Bill[]; billBalance: BillBalance[]; payment: Payment[]} = {
    bill: [],
    billBalance: [],
    payment: [],
  }
  for (let index = 0; index < bills; index++) {
    const day = addDays(today, Math.floor((index * days) / bills) - days + 1)
    const paper = makePapers(index, day, products)
    papers.bill.push(paper.bill)
    papers.billBalance.push(paper.balance)
    if (paper.payment !== undefined) papers.payment.push(paper.payment)
    for (const line of paper.bill.lines) {
      yield shelf.sell(line.product?._ref ?? '', day, paper.bill._id)
    }
  }
  for (const list of Object.values(papers)) for (const paper of list) yield written(paper)
  yield* shelf.openings(addDays(today, -days))
  yield* shelf.levels()
  yield {_id: seriesId('bill-2026'), _type: 'series', name: 'bill-2026', kind: 'bill', last: bills}
  yield* summaries(papers)
}

const settings: Written = {_id: 'shopSettings.shop', ...sample.settings(TIME_ZONE)}

function* catalogue(products: number): Generator<Written> {
  for (let index = 0; index < 40; index++) {
    yield {_id: `brand-${index}`, ...sample.brand(`Brand ${index}`)}
    yield {_id: `category-${index}`, _type: 'category', name: `Category ${index}`, isActive: true}
  }
  for (let index = 0; index < products; index++) {
    yield {
      _id: productId(index),
      ...sample.product(`Product ${index}`, {
        sku: `SKU-${index}`,
        barcode: String(8_900_000_000_000 + index),
        brand: weak(`brand-${index % 40}`),
        category: weak(`category-${index % 40}`),
        description:
          'As it stands on the shelf, with a cord of two metres and a foot that does not scratch.',
      }),
    }
  }
}

const productId = (index: number) => `product-${String(index).padStart(6, '0')}`

function makePapers(index: number, day: string, products: number) {
  const at = `${day}T${String(4 + (index % 9)).padStart(2, '0')}:30:00.000Z`
  const lines = [index % products, (index * 7 + 3) % products].map((product, position) => ({
    _key: `line${position}`,
    _type: 'billLine' as const,
    product: weak(productId(product)),
    name: `Product ${product}`,
    unit: {name: 'pcs', decimals: 0 as const},
    quantity: 1,
    unitPrice: PRICE,
    gross: PRICE,
    discount: 0,
    billDiscount: 0,
    taxRate: 0,
    net: PRICE,
    tax: 0,
    total: PRICE,
    unitCost: UNIT_COST,
    cost: UNIT_COST,
    brand: weak(`brand-${product % 40}`),
    category: weak(`category-${product % 40}`),
  }))
  const total = PRICE * lines.length
  const bill: Bill = {
    ...stamps,
    _id: idFromKey('bill', `bench-${index}`),
    _type: 'bill',
    number: `B-${index + 1}`,
    series: 'bill-2026',
    sequence: index + 1,
    serviceType: 'sale',
    lines,
    totals: {
      gross: total,
      discount: 0,
      net: total,
      tax: 0,
      rounding: 0,
      total,
      cost: UNIT_COST * lines.length,
      taxIncluded: false,
      taxes: [{_key: 'rate0', rate: 0, base: total, tax: 0}],
    },
    currency: 'USD',
    dueDate: day,
    day,
    issuedAt: at,
    occurredAt: at,
    issuedBy: actor,
    command,
  }
  const isPaid = index % 5 !== 0
  const paid = isPaid ? total : 0
  const balance: BillBalance = {
    ...stamps,
    _id: billBalanceId(bill._id),
    _type: 'billBalance',
    bill: weak(bill._id),
    number: bill.number,
    total,
    paid,
    credited: 0,
    balance: total - paid,
    dueDate: day,
    day,
    ...(isPaid ? {paidByMethod: {cash: total}} : {}),
  }
  const payment: Payment | undefined = isPaid
    ? {
        ...stamps,
        _id: idFromKey('payment', `bench-${index}`),
        _type: 'payment',
        bill: weak(bill._id),
        method: 'cash',
        amount: total,
        at,
        day,
        by: actor,
      }
    : undefined
  return {bill, balance, payment}
}

function createShelf(products: number) {
  const sequences = Array.from({length: products}, () => 1)
  const entry = (
    product: number,
    sequence: number,
    kind: string,
    quantity: number,
    day: string,
  ): Written => ({
    ...sample.entry(productId(product), sequence, quantity, day),
    _id: stockTransactionId(productId(product), sequence),
    kind,
    balanceAfter: kind === 'opening' ? OPENING : OPENING + 1 - sequence,
    unitCost: UNIT_COST,
    value: quantity * UNIT_COST,
  })
  return {
    sell(id: string, day: string, bill: string): Written {
      const product = Number(id.slice('product-'.length))
      const sequence = (sequences[product] ?? 1) + 1
      sequences[product] = sequence
      return {...entry(product, sequence, 'sale', -1, day), source: weak(bill)}
    },
    *openings(day: string): Generator<Written> {
      for (let product = 0; product < products; product++)
        yield entry(product, 1, 'opening', OPENING, day)
    },
    *levels(): Generator<Written> {
      for (const [product, sequence] of sequences.entries()) {
        const onHand = OPENING + 1 - sequence
        yield {
          ...sample.level(productId(product), onHand, sequence),
          _id: stockLevelId(productId(product)),
          unitCost: UNIT_COST,
          unit,
        }
      }
    },
  }
}

function* summaries(papers: {
  bill: Bill[]
  billBalance: BillBalance[]
  payment: Payment[]
}): Generator<Written> {
  const derived = deriveSummaries({...papers, creditNote: [], timeZone: TIME_ZONE})
  for (const [day, change] of derived) {
    const summary: Written = {_id: daySummaryId(day), _type: 'daySummary', day}
    for (const [path, amount] of change) {
      const [group, key] = path.split('.')
      if (group === undefined) continue
      if (key === undefined) summary[group] = amount
      else summary[group] = {...groupOf(summary[group]), [key]: amount}
    }
    yield summary
  }
}

const groupOf = (value: unknown): object =>
  typeof value === 'object' && value !== null ? value : {}

function written(paper: Bill | BillBalance | Payment): Written {
  const {_rev: _a, _createdAt: _b, _updatedAt: _c, ...content} = paper
  return content
}
