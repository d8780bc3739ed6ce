import type {Bill, BillBalance, BillLine} from '../domain/documents.ts'
import {currencyExponent, toDecimalText} from '../domain/money.ts'
import type {CsvColumn} from './writeCsv.ts'

/** A line of a bill; what belongs to the bill as a whole stands on each of its lines. */
export interface BillCsvRow {
  bill: Bill
  line: BillLine
  /** From 1. */
  position: number
  balance: BillBalance | undefined
}

export function toBillRows(bill: Bill, balance: BillBalance | undefined): BillCsvRow[] {
  return bill.lines.map((line, index) => ({bill, line, position: index + 1, balance}))
}

/** Bills line by line; amounts in decimals of the currency, quantities of the unit, times ISO UTC. */
export function billColumns(currency: string): CsvColumn<BillCsvRow>[] {
  const money = (title: string, amount: (row: BillCsvRow) => number | undefined) => ({
    title,
    numeric: true,
    value: (row: BillCsvRow) => {
      const minor = amount(row)
      return minor === undefined ? undefined : toDecimalText(minor, currencyExponent(currency))
    },
  })
  return [
    {title: 'Number', value: ({bill}) => bill.number},
    {title: 'Series', value: ({bill}) => bill.series},
    {title: 'Sequence', numeric: true, value: ({bill}) => bill.sequence},
    {title: 'Day', value: ({bill}) => bill.day},
    {title: 'Occurred at', value: ({bill}) => bill.occurredAt},
    {title: 'Issued at', value: ({bill}) => bill.issuedAt},
    {title: 'Issued by', value: ({bill}) => bill.issuedBy.name},
    {title: 'Due', value: ({bill}) => bill.dueDate},
    {title: 'Customer', value: ({bill}) => bill.customerName},
    {title: 'Service', value: ({bill}) => bill.serviceType},
    {title: 'Reference', value: ({bill}) => bill.reference},
    {title: 'Line', numeric: true, value: ({position}) => position},
    {title: 'SKU', value: ({line}) => line.sku},
    {title: 'Name', value: ({line}) => line.name},
    {
      title: 'Quantity',
      numeric: true,
      value: ({line}) => toDecimalText(line.quantity, line.unit.decimals),
    },
    {title: 'Unit', value: ({line}) => line.unit.name},
    {title: 'Unit decimals', numeric: true, value: ({line}) => line.unit.decimals},
    money('Unit price', ({line}) => line.unitPrice),
    money('Gross', ({line}) => line.gross),
    money('Line discount', ({line}) => line.discount),
    money('Share of bill discount', ({line}) => line.billDiscount),
    {title: 'Tax %', numeric: true, value: ({line}) => toDecimalText(line.taxRate, 2)},
    money('Net', ({line}) => line.net),
    money('Tax', ({line}) => line.tax),
    money('Line total', ({line}) => line.total),
    money('Cost', ({line}) => line.cost),
    money('Bill rounding', ({bill}) => bill.totals.rounding),
    money('Bill total', ({bill}) => bill.totals.total),
    {title: 'Currency', value: ({bill}) => bill.currency},
    money('Paid', ({balance}) => balance?.paid),
    money('Credited', ({balance}) => balance?.credited),
    money('Balance', ({balance}) => balance?.balance),
    {title: 'Void at', value: ({balance}) => balance?.void?.at},
  ]
}
