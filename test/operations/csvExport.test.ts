import papaparse from 'papaparse'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {billColumns, toBillRows} from '../../plugin/csv/bills.ts'
import type {BillCsvRow} from '../../plugin/csv/bills.ts'
import {dayBookColumns, toDayBook} from '../../plugin/csv/dayBook.ts'
import {ledgerColumns} from '../../plugin/csv/ledger.ts'
import {toCsvText} from '../../plugin/csv/writeCsv.ts'
import type {
  Bill,
  BillBalance,
  CreditNote,
  DaySummary,
  DocumentByType,
  Payment,
  StockTransaction,
} from '../../plugin/domain/documents.ts'
import {readBalances, readHistory, readVoids} from '../../plugin/live/readHistory.ts'
import type {HistoryPage, HistoryType} from '../../plugin/live/readHistory.ts'
import {sized} from '../rig/size.ts'
import {createRandom, newSeed, randomInteger} from './random.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

const ALL = {from: '2000-01-01', to: '2099-12-31'}
const CURRENCY = 'INR'

let shop: TestShop

/** Bills of every kind over some days, more than one page of lines. */
beforeAll(async () => {
  const seed = newSeed()
  console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
  const random = createRandom(seed)
  shop = await startTestShop()
  const fan = await shop.stocked(100_000, {name: '=SUM(A1), "quoted"'})
  const wire = await shop.stocked(100_000, {unit: {name: 'm', decimals: 2}, taxRate: 525})
  const customer = await shop.operations.users.create({name: '+Ravi; \n& sons', role: 'customer'})
  for (let index = 0; index < sized(12, 700); index++) {
    const occurredAt = new Date(Date.UTC(2026, 2, 1 + (index % 5), 10, index % 60)).toISOString()
    const {bill} = await shop.operations.bills.create({
      key: `bill ${index}`,
      ...(index % 2 === 0 ? {customer: customer._id} : {}),
      lines: [
        {product: fan._id, quantity: randomInteger(random, 1, 5), discount: {rate: 333}},
        {product: wire._id, quantity: randomInteger(random, 1, 500)},
        {name: '-Visit', quantity: 1, unitPrice: randomInteger(random, 0, 999_99)},
      ],
      discount: {amount: randomInteger(random, 0, 99)},
      payments: [{method: 'cash', amount: 100}],
      occurredAt,
      reference: `@ref ${index}`,
    })
    if (index % 4 === 1) await giveBack(`credit ${index}`, bill)
    if (index % 6 === 2)
      await shop.operations.bills.void({key: `void ${index}`, bill: bill._id, reason: 'wrong'})
  }
  await shop.operations.bills.deposit({
    key: 'deposit',
    customer: customer._id,
    amount: 5000,
    method: 'upi',
  })
})
afterAll(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
})

const giveBack = (key: string, bill: Bill) =>
  shop.operations.bills.credit({
    key,
    bill: bill._id,
    reason: 'broken',
    lines: [{line: 'line1', quantity: 1, restock: true}],
    refund: {method: 'cash', amount: 50},
  })

async function pagesOf<K extends HistoryType>(type: K) {
  const pages: HistoryPage<DocumentByType[K]>[] = []
  for await (const page of readHistory(shop.client, type, ALL)) pages.push(page)
  return pages
}

async function readAll<K extends HistoryType>(type: K) {
  const pages = await pagesOf(type)
  expect(pages.flatMap(({unreadable}) => unreadable)).toEqual([])
  return pages.flatMap(({documents}) => documents)
}

/** Cells of a file by title, by another reader than the one under test, as a spreadsheet's user would see them. */
function parse(text: string): Record<string, string>[] {
  const {data, errors} = papaparse.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    transform: (cell) => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell),
  })
  expect(errors).toEqual([])
  return data
}

const steps = (text: string | undefined, decimals: number) =>
  Math.round(Number(text) * 10 ** decimals)
const minor = (text: string | undefined) => steps(text, 2)
const orNothing = (text: string | undefined) => (text === '' ? undefined : text)

it('bills: every line, parsed back, is the line of the bill', async () => {
  const bills = await readAll('bill')
  const balances = await readBalances(
    shop.client,
    bills.map(({_id}) => _id),
  )
  const rows: BillCsvRow[] = bills.flatMap((bill) => toBillRows(bill, balances.get(bill._id)))
  const text = await toCsvText(billColumns(CURRENCY), rows)
  expect(text).not.toMatch(/(?:^|,)[=+@]/m)
  const stored = await shop.client.fetch<Bill[]>('*[_type == "bill"] | order(occurredAt, _id)')
  const byBill = new Map(
    (await shop.client.fetch<BillBalance[]>('*[_type == "billBalance"]')).map((one) => [
      one.bill._ref,
      one,
    ]),
  )
  const expected = stored.flatMap((bill) =>
    bill.lines.map((line, index) => {
      const {paid, credited, balance, void: voided} = byBill.get(bill._id) ?? {}
      const {number, sequence, day, occurredAt, customerName, reference, totals} = bill
      const {sku, name, quantity, unitPrice, gross, discount, billDiscount, taxRate} = line
      return {
        number,
        sequence,
        day,
        occurredAt,
        customerName,
        reference,
        total: totals.total,
        position: index + 1,
        sku,
        name,
        quantity,
        unitPrice,
        gross,
        discount,
        billDiscount,
        taxRate,
        net: line.net,
        tax: line.tax,
        lineTotal: line.total,
        cost: line.cost,
        paid,
        credited,
        balance,
        voidAt: voided?.at,
      }
    }),
  )
  const read = parse(text).map((cell) => ({
    number: cell['Number'],
    sequence: Number(cell['Sequence']),
    day: cell['Day'],
    occurredAt: cell['Occurred at'],
    customerName: orNothing(cell['Customer']),
    reference: cell['Reference'],
    total: minor(cell['Bill total']),
    position: Number(cell['Line']),
    sku: orNothing(cell['SKU']),
    name: cell['Name'],
    quantity: steps(cell['Quantity'], Number(cell['Unit decimals'])),
    unitPrice: minor(cell['Unit price']),
    gross: minor(cell['Gross']),
    discount: minor(cell['Line discount']),
    billDiscount: minor(cell['Share of bill discount']),
    taxRate: minor(cell['Tax %']),
    net: minor(cell['Net']),
    tax: minor(cell['Tax']),
    lineTotal: minor(cell['Line total']),
    cost: cell['Cost'] === '' ? undefined : minor(cell['Cost']),
    paid: minor(cell['Paid']),
    credited: minor(cell['Credited']),
    balance: minor(cell['Balance']),
    voidAt: orNothing(cell['Void at']),
  }))
  expect(read).toEqual(expected)
  expect(read.length).toBe(sized(12, 700) * 3)
})

it('the ledger: every entry, parsed back, is the entry', async () => {
  const text = await toCsvText(ledgerColumns(CURRENCY), await readAll('stockTransaction'))
  const stored = await shop.client.fetch<StockTransaction[]>(
    '*[_type == "stockTransaction"] | order(occurredAt, _id)',
  )
  const read = parse(text).map((cell) => {
    const decimals = Number(cell['Unit decimals'])
    return {
      product: cell['Product'],
      name: cell['Name'],
      sequence: Number(cell['Entry']),
      kind: cell['Kind'],
      quantity: steps(cell['Quantity'], decimals),
      balanceAfter: steps(cell['Balance after'], decimals),
      unitCost: minor(cell['Unit cost']),
      value: minor(cell['Value']),
      occurredAt: cell['Occurred at'],
      actor: cell['By'],
      at: cell['Written at'],
    }
  })
  expect(read).toEqual(
    stored.map((entry) => ({
      product: entry.product._ref,
      name: entry.productName,
      sequence: entry.sequence,
      kind: entry.kind,
      quantity: entry.quantity,
      balanceAfter: entry.balanceAfter,
      unitCost: entry.unitCost,
      value: entry.value,
      occurredAt: entry.occurredAt,
      actor: entry.actor.name,
      at: entry._createdAt,
    })),
  )
})

it('the day book: papers and payments once each in order, and its sums are those of the days', async () => {
  const [bills, creditNotes, payments] = [
    await readAll('bill'),
    await readAll('creditNote'),
    await readAll('payment'),
  ]
  const paid = [...new Set(payments.flatMap(({bill}) => bill?._ref ?? []))]
  const rows = toDayBook(
    {
      bills,
      creditNotes,
      payments,
      voids: await readVoids(shop.client, ALL),
      balances: await readBalances(shop.client, paid),
    },
    'Asia/Kolkata',
  )
  const read = parse(await toCsvText(dayBookColumns(CURRENCY), rows))
  const times = read.map((cell) => cell['At'] ?? '')
  expect(times).toEqual(times.toSorted())
  const stored = {
    notes: await shop.client.fetch<CreditNote[]>('*[_type == "creditNote"]'),
    payments: await shop.client.fetch<Payment[]>('*[_type == "payment"]'),
    days: await shop.client.fetch<DaySummary[]>('*[_type == "daySummary"]'),
  }
  const of = (...kinds: string[]) => read.filter((cell) => kinds.includes(cell['Kind'] ?? ''))
  expect(of('bill')).toHaveLength(sized(12, 700))
  expect(of('creditNote')).toHaveLength(stored.notes.length)
  expect(of('payment', 'refund', 'deposit')).toHaveLength(stored.payments.length)
  expect(of('deposit')).toMatchObject([{Money: '50.00', Method: 'upi'}])
  const sum = (title: string) => read.reduce((total, cell) => total + minor(cell[title]), 0)
  const days = stored.days.reduce((total, {sales, credits}) => total + sales - credits, 0)
  expect(sum('Sales')).toBe(days)
  expect(sum('Money')).toBe(stored.payments.reduce((total, {amount}) => total + amount, 0))
  expect(of('void').length).toBe(Math.ceil((sized(12, 700) - 2) / 6))
})

it('names what cannot be read instead of exporting it', async () => {
  await shop.client.create({
    _id: 'payment.bad',
    _type: 'payment',
    day: '2026-03-01',
    at: '2026-03-01T00:00:00Z',
    amount: 'much',
  })
  const pages = await pagesOf('payment')
  expect(pages.flatMap(({unreadable}) => unreadable)).toEqual(['payment.bad'])
  await shop.client.delete('payment.bad')
})
