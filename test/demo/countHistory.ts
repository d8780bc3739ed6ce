/**
 * The figures of an online-retail history straight from its CSV text: other code than the replay's on purpose (own CSV
 * reader, rules as one table, money through BigInt), so that the two check each other.
 */
export interface CountedHistory {
  bills: number
  billLines: number
  creditNotes: number
  creditLines: number
  adjustments: number
  refused: Record<string, number>
  products: number
  customers: number
  days: Record<string, {bills: number; sales: number; credits: number}>
  stock: Record<string, number>
}

type Cells = Record<string, string>

interface Row {
  invoice: string
  code: string
  count: bigint
  pence: bigint
  customer: string
  role: string
}

export function countHistory(texts: readonly string[]): CountedHistory {
  const cells = texts.flatMap(parseCsv)
  const rows = cells.map(toRow)
  const accepted = rows.filter(({role}) => !role.startsWith('refused '))
  const of = (role: string) => rows.filter((row) => row.role === role)
  const refused: Record<string, number> = {}
  for (const {role} of rows) {
    const [what, reason = ''] = role.split(' ')
    if (what === 'refused') refused[reason] = (refused[reason] ?? 0) + 1
  }
  return {
    bills: distinct(of('bill').map(({invoice}) => invoice)),
    billLines: of('bill').length,
    creditNotes: distinct(of('credit').map(({invoice}) => invoice)),
    creditLines: of('credit').length,
    adjustments: of('adjust').length,
    refused,
    products: distinct(accepted.map(({code}) => code)),
    customers: distinct(accepted.map(({customer}) => customer).filter((number) => number !== '')),
    days: countDays(rows, firstDays(cells)),
    stock: countStock(accepted),
  }
}

const distinct = (texts: readonly string[]) => new Set(texts).size

const hasStock = (code: string) => /^[0-9]{5}/.test(code)

function toRow(cells: Cells): Row {
  const invoice = (cells['InvoiceNo'] ?? '').trim()
  const code = (cells['StockCode'] ?? '').trim().toUpperCase()
  const price = Number(cells['UnitPrice'])
  const count = BigInt(Math.trunc(Number(cells['Quantity'])))
  const customer = (cells['CustomerID'] ?? '').replace('.0', '')
  const pence = toPence(cells['UnitPrice'] ?? '')
  return {invoice, code, count, pence, customer, role: roleOf(invoice, code, price, count)}
}

/** The first rule that holds says what the row is. */
function roleOf(invoice: string, code: string, price: number, count: bigint): string {
  const credit = invoice[0] === 'C'
  const rules: [boolean, string][] = [
    [invoice[0] === 'A', 'refused bad-debt'],
    [price < 0, 'refused negative-price'],
    [count === 0n, 'refused zero-quantity'],
    [credit && count > 0n, 'refused positive-credit'],
    [credit, 'credit'],
    [(count < 0n || price === 0) && !hasStock(code), 'refused no-stock'],
    [count < 0n || price === 0, 'adjust'],
  ]
  return rules.find(([holds]) => holds)?.[1] ?? 'bill'
}

/** Tenths of a penny, then half away from zero. */
function toPence(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const tenths = BigInt(whole) * 1000n + BigInt(fraction.padEnd(3, '0').slice(0, 3))
  return (tenths + 5n) / 10n
}

function firstDays(cells: readonly Cells[]): Map<string, string> {
  const days = new Map<string, string>()
  for (const row of cells) {
    const invoice = (row['InvoiceNo'] ?? '').trim()
    if (!days.has(invoice)) days.set(invoice, (row['InvoiceDate'] ?? '').slice(0, 10))
  }
  return days
}

function countDays(rows: readonly Row[], days: ReadonlyMap<string, string>) {
  const figures: CountedHistory['days'] = {}
  const seen = new Set<string>()
  for (const {invoice, role, count, pence} of rows) {
    if (role !== 'bill' && role !== 'credit') continue
    const day = days.get(invoice) ?? ''
    const figure = (figures[day] ??= {bills: 0, sales: 0, credits: 0})
    if (role === 'bill' && !seen.has(invoice)) figure.bills += 1
    seen.add(invoice)
    const amount = Number((count < 0n ? -count : count) * pence)
    if (role === 'bill') figure.sales += amount
    else figure.credits += amount
  }
  return figures
}

/** Opening stock covers what goes out, so what is left is what came back or was found. */
function countStock(rows: readonly Row[]): Record<string, number> {
  const stock: Record<string, number> = {}
  for (const {code, role, count} of rows) {
    if (!hasStock(code)) continue
    const comesIn = role === 'credit' ? -count : role === 'adjust' && count > 0n ? count : 0n
    stock[code] = (stock[code] ?? 0) + Number(comesIn)
  }
  return stock
}

/** RFC 4180, one sign after the other. */
function parseCsv(text: string): Cells[] {
  const table: string[][] = []
  let line: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    line.push(cell)
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (line.some((part) => part !== '')) table.push(line)
    line = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (quoted && sign === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') quoted = !quoted
    else if (quoted) cell += sign
    else if (sign === ',') endCell()
    else if (sign === '\n') endLine()
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || line.length > 0) endLine()
  const [titles = [], ...rows] = table
  return rows.map((row) =>
    Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ''])),
  )
}
