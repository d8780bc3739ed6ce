import {describe, expect, it} from 'vitest'
import {createShopFormat} from '../components/format.ts'
import type {Bill, BillBalance, Payment} from '../domain/documents.ts'
import {resolveOptions} from '../domain/options.ts'
import {paperTexts} from '../i18n/paperTexts.ts'
import type {BillPapers} from './bill.ts'
import {titleOf} from './bill.ts'
import {barsOf, runsOf} from './Code128.tsx'
import {paperCss} from './paperCss.ts'
import {upiLink} from './payLink.ts'
import {receiptText} from './receiptText.ts'
import {mailLink, whatsAppLink} from './share.ts'

const stored = {_rev: 'r', _createdAt: '2026-11-03T08:00:00Z', _updatedAt: '2026-11-03T08:00:00Z'}
const asha = {id: 'asha', name: 'Asha'}
const command = {operation: 'bills.create', key: 'k', hash: 'h'}

const bill: Bill = {
  ...stored,
  _id: 'bill.1',
  _type: 'bill',
  number: 'B-2026-00007',
  series: 'bill-2026',
  sequence: 7,
  customerName: 'Meera Nair',
  serviceType: 'sale',
  lines: [
    {
      _key: 'line1',
      _type: 'billLine',
      name: 'House wire',
      unit: {name: 'm', decimals: 2},
      quantity: 250,
      unitPrice: 10_000,
      gross: 25_000,
      discount: 5_000,
      billDiscount: 0,
      taxRate: 1800,
      net: 20_000,
      tax: 3_600,
      total: 23_600,
    },
  ],
  totals: {
    gross: 25_000,
    discount: 5_000,
    net: 20_000,
    tax: 3_600,
    rounding: 0,
    total: 23_600,
    cost: 0,
    taxIncluded: false,
    taxes: [{_key: 'rate1800', rate: 1800, base: 20_000, tax: 3_600}],
  },
  currency: 'INR',
  dueDate: '2026-11-03',
  day: '2026-11-03',
  issuedAt: '2026-11-03T08:00:00Z',
  occurredAt: '2026-11-03T08:00:00Z',
  issuedBy: asha,
  command,
}

const balance: BillBalance = {
  ...stored,
  _id: 'billBalance.1',
  _type: 'billBalance',
  bill: {_type: 'reference', _ref: 'bill.1', _weak: true},
  number: bill.number,
  total: 23_600,
  paid: 20_000,
  credited: 0,
  balance: 3_600,
  dueDate: bill.dueDate,
  day: bill.day,
}

const payment: Payment = {
  ...stored,
  _id: 'payment.1',
  _type: 'payment',
  method: 'cash',
  amount: 20_000,
  change: 5_000,
  at: bill.occurredAt,
  day: bill.day,
  by: asha,
}

const shop = resolveOptions({
  name: 'Corner Electric',
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  papers: {taxId: 'GST-1', upiId: 'corner@bank', footer: 'Thank you.'},
})
const papers: BillPapers = {paper: bill, balance, payments: [payment], shop}
const format = createShopFormat({locale: 'en-US', currency: 'INR', timeZone: 'Asia/Kolkata'})

const texts: Readonly<Record<string, string>> = paperTexts
const t = (key: string, values: Record<string, string | number> = {}) =>
  (texts[key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))

describe('a receipt as a message', () => {
  it('says who, what, how much, how it was paid and what is open', () => {
    // Runtimes differ in the space before PM.
    const text = receiptText(papers, format, t).replaceAll('\u202f', ' ')
    expect(text.split('\n')).toEqual([
      'Corner Electric',
      'Tax no. GST-1',
      '',
      'Tax invoice B-2026-00007',
      'Nov 3, 2026, 1:30 PM',
      'Meera Nair',
      '',
      'House wire: 2.50 m × ₹100.00 = ₹200.00',
      '',
      'Tax: ₹36.00',
      'Total: ₹236.00',
      'Paid: cash: ₹250.00',
      'Change: -₹50.00',
      'Still to pay: ₹36.00',
      '',
      'upi://pay?pa=corner%40bank&pn=Corner%20Electric&am=36.00&cu=INR&tn=B-2026-00007',
      'Thank you.',
    ])
  })

  it('is a tax invoice only by a shop with a tax number, for a bill with tax', () => {
    expect(titleOf(papers)).toBe('taxInvoice')
    expect(titleOf({...papers, shop: {...shop, papers: {}}})).toBe('bill')
    expect(titleOf({...papers, paper: {...bill, totals: {...bill.totals, tax: 0}}})).toBe('bill')
  })

  it('opens WhatsApp at a number with its country code, and at nobody for a local one', () => {
    const message = {subject: 'Bill', text: 'Total: ₹5 & thanks'}
    expect(whatsAppLink(message, '+91 98765 00000')).toBe(
      'https://wa.me/919876500000?text=Total%3A%20%E2%82%B95%20%26%20thanks',
    )
    expect(whatsAppLink(message, '98765 00000')).toMatch(/^https:\/\/wa\.me\/\?text=/)
  })

  it('opens the mail program with lines that end as mail asks for', () => {
    expect(mailLink({subject: 'Bill 7', text: 'one\ntwo'}, 'meera@example.com')).toBe(
      'mailto:meera@example.com?subject=Bill%207&body=one%0D%0Atwo',
    )
  })
})

describe('a paper', () => {
  it('asks a bank app only for what is due, in the currency that UPI pays', () => {
    const due = {upiId: 'corner@bank', shop: 'S', number: 'B', amount: 1, currency: 'INR'}
    expect(upiLink(due)).toBe('upi://pay?pa=corner%40bank&pn=S&am=0.01&cu=INR&tn=B')
    expect(upiLink({...due, amount: 0})).toBeUndefined()
    expect(upiLink({...due, currency: 'EUR'})).toBeUndefined()
    expect(upiLink({...due, upiId: undefined})).toBeUndefined()
  })

  it('is as long as its content on a roll, and A4 otherwise', () => {
    expect(paperCss('roll', 960)).toContain('@page { size: 80mm 262mm; margin: 4mm; }')
    expect(paperCss('a4', 960)).toContain('@page { size: A4; margin: 14mm; }')
  })

  it('carries its number as Code 128: start B, letter, check, stop, between quiet zones', () => {
    const quiet = '0'.repeat(10)
    const parts = ['11010010000', '10001011000', '10001000110', '1100011101011']
    expect(barsOf('B')).toBe(quiet + parts.join('') + quiet)
    expect(runsOf('0110100')).toEqual([
      {start: 1, length: 2},
      {start: 4, length: 1},
    ])
  })
})
