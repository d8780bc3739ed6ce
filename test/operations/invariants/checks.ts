import type {
  Bill,
  BillBalance,
  CreditNote,
  Payment,
  Series,
  ShopDocument,
  StockLevel,
  StockTransaction,
} from '../../../plugin/domain/documents.ts'

/*
 * The invariants said once more, plainly and from the documents alone: nothing here uses the code under test. Each
 * check returns what is wrong in words.
 */
type Documents = readonly ShopDocument[]

const isBill = (one: ShopDocument): one is Bill => one._type === 'bill'
const isNote = (one: ShopDocument): one is CreditNote => one._type === 'creditNote'
const isBalance = (one: ShopDocument): one is BillBalance => one._type === 'billBalance'
const isPayment = (one: ShopDocument): one is Payment => one._type === 'payment'
const isSeries = (one: ShopDocument): one is Series => one._type === 'series'
const isLevel = (one: ShopDocument): one is StockLevel => one._type === 'stockLevel'
const isEntry = (one: ShopDocument): one is StockTransaction => one._type === 'stockTransaction'

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const unless = (isRight: boolean, wrong: string): string[] => (isRight ? [] : [wrong])

/** 1. stockLevel = Σ its ledger; sequences are 1…n and every balanceAfter chains. */
export function checkLedger(documents: Documents): string[] {
  const products = new Set(documents.filter(isEntry).map(({product}) => product._ref))
  const levels = documents.filter(isLevel)
  const orphans = levels.filter(({product}) => !products.has(product._ref))
  return [
    ...orphans.map(({_id}) => `${_id} has no ledger`),
    ...[...products].flatMap((product) => {
      const ledger = documents
        .filter(isEntry)
        .filter((entry) => entry.product._ref === product)
        .toSorted((a, b) => a.sequence - b.sequence)
      const own = levels.filter((level) => level.product._ref === product)
      return [...checkChain(ledger), ...checkLevel(product, ledger, own)]
    }),
  ]
}

function checkChain(ledger: readonly StockTransaction[]): string[] {
  let balance = 0
  return ledger.flatMap((entry, index) => {
    balance += entry.quantity
    return [
      ...unless(entry.sequence === index + 1, `${entry._id} has sequence ${entry.sequence}`),
      ...unless(entry.balanceAfter === balance, `${entry._id} leaves ${entry.balanceAfter}`),
    ]
  })
}

function checkLevel(
  product: string,
  ledger: readonly StockTransaction[],
  levels: readonly StockLevel[],
): string[] {
  const [level] = levels
  if (level === undefined || levels.length !== 1) return [`${product} has ${levels.length} levels`]
  const {onHand, value, sequence} = level
  return [
    ...unless(
      onHand === sum(ledger.map((entry) => entry.quantity)),
      `${product}: onHand ${onHand}`,
    ),
    ...unless(value === sum(ledger.map((entry) => entry.value)), `${product}: value ${value}`),
    ...unless(sequence === ledger.length, `${product}: sequence ${sequence}`),
    ...unless(onHand !== 0 || value === 0, `${product}: nothing is worth ${value}`),
  ]
}

/** 5. Issued numbers per series are exactly 1…n in order of issue. */
export function checkNumbers(documents: Documents): string[] {
  const papers = [...documents.filter(isBill), ...documents.filter(isNote)]
  const all = papers.map(({_type, number}) => `${_type} ${number}`)
  return [
    ...unless(new Set(all).size === all.length, 'a number is given twice'),
    ...documents.filter(isSeries).flatMap(({name, last}) => {
      const own = papers
        .filter(({series}) => series === name)
        .toSorted((a, b) => a.sequence - b.sequence)
      const times = own.map(({issuedAt}) => issuedAt)
      return [
        ...own.flatMap(({number, sequence}, index) =>
          unless(sequence === index + 1, `${number} of ${name} stands at ${index + 1}`),
        ),
        ...unless(own.length === last, `${name} counts ${last} of ${own.length}`),
        ...unless(times.join() === times.toSorted().join(), `${name} is out of order`),
      ]
    }),
  ]
}

/** 7. Lines − discounts + tax + rounding = total, in integers; tax per rate sums to the tax. */
export function checkTotals(documents: Documents): string[] {
  return [...documents.filter(isBill), ...documents.filter(isNote)].flatMap((paper) => {
    const {totals, lines, number} = paper
    const gross = sum(lines.map((line) => line.gross))
    const discounts = sum(lines.map((line) => line.discount + line.billDiscount))
    const tax = totals.taxIncluded ? 0 : totals.tax
    const amounts = [totals, ...lines].flatMap((one) =>
      Object.values(one).filter((value) => typeof value === 'number'),
    )
    return [
      ...unless(gross - discounts + tax + totals.rounding === totals.total, `${number}: total`),
      ...unless(totals.gross === gross && totals.discount === discounts, `${number}: gross`),
      ...unless(sum(lines.map((line) => line.tax)) === totals.tax, `${number}: tax of lines`),
      ...unless(
        sum(totals.taxes.map((rate) => rate.tax)) === totals.tax,
        `${number}: tax of rates`,
      ),
      ...unless(amounts.every(Number.isSafeInteger), `${number}: not an integer`),
      ...(isBill(paper) ? lines.flatMap((line) => checkGross(number, line)) : []),
    ]
  })
}

/** Price × quantity / 10^decimals, half away from zero: all three are positive. */
function checkGross(number: string, line: Bill['lines'][number]): string[] {
  const per = 10n ** BigInt(line.unit.decimals)
  const doubled = 2n * BigInt(line.unitPrice) * BigInt(line.quantity)
  const gross = (doubled + per) / (2n * per)
  return unless(BigInt(line.gross) === gross, `${number}: ${line._key} costs ${line.gross}`)
}

/** 8. paid + credited + balance = total; credits per line ≤ sold. */
export function checkBalances(documents: Documents): string[] {
  const payments = documents.filter(isPayment)
  const notes = documents.filter(isNote)
  const balances = new Map(documents.filter(isBalance).map((one) => [one.bill._ref, one]))
  return documents.filter(isBill).flatMap((bill) => {
    const balance = balances.get(bill._id)
    if (balance === undefined) return [`${bill.number} has no balance`]
    const own = notes.filter((note) => note.bill?._ref === bill._id)
    const paid = sum(payments.filter((one) => one.bill?._ref === bill._id).map((one) => one.amount))
    const credited = sum(own.map((note) => note.totals.total))
    const open = balance.void === undefined ? bill.totals.total - paid - credited : 0
    return [
      ...unless(balance.paid === paid, `${bill.number}: paid ${balance.paid}, is ${paid}`),
      ...unless(balance.credited === credited, `${bill.number}: credited ${balance.credited}`),
      ...unless(balance.balance === open, `${bill.number}: owes ${balance.balance}, is ${open}`),
      ...unless(credited <= bill.totals.total, `${bill.number}: credited more than sold`),
      ...unless(
        !isCreditedInFull(bill, own) || credited === bill.totals.total,
        `${bill.number}: a rest of the rounding`,
      ),
      ...bill.lines.flatMap((line) => {
        const back = own.flatMap(({lines}) => lines.filter((one) => one.billLine === line._key))
        const quantity = sum(back.map((one) => one.quantity))
        const isFull = quantity === line.quantity
        const amount = sum(back.map((one) => one.total))
        return [
          ...unless(quantity <= line.quantity, `${bill.number}: ${line._key} credited too often`),
          ...unless(!isFull || amount === line.total, `${bill.number}: ${line._key} leaves a rest`),
        ]
      }),
    ]
  })
}

function isCreditedInFull({lines}: Bill, notes: readonly CreditNote[]): boolean {
  const back = notes.flatMap((note) => note.lines)
  return lines.every(
    ({_key, quantity}) =>
      sum(back.filter(({billLine}) => billLine === _key).map((line) => line.quantity)) === quantity,
  )
}

/** 11. The ledger is append-only; every entry has actor, reason, source, time. */
export function checkAppendOnly(before: Documents, after: Documents): string[] {
  const now = new Map(after.filter(isEntry).map((entry) => [entry._id, JSON.stringify(entry)]))
  return [
    ...before
      .filter(isEntry)
      .flatMap((entry) =>
        unless(now.get(entry._id) === JSON.stringify(entry), `${entry._id} was changed`),
      ),
    ...after.filter(isEntry).flatMap((entry) => {
      const {_id, actor, reason = '', source, occurredAt, _createdAt} = entry
      return [
        ...unless(actor.id !== '' && actor.name !== '', `${_id} has no actor`),
        ...unless(reason !== '', `${_id} has no reason`),
        ...unless((source?._ref ?? '') !== '' && (source?.label ?? '') !== '', `${_id}: no source`),
        ...unless(!Number.isNaN(Date.parse(occurredAt)), `${_id} has no time`),
        ...unless(!Number.isNaN(Date.parse(_createdAt)), `${_id} has no time of the server`),
      ]
    }),
  ]
}

/** 6. An issued bill's `_rev` never changes. */
export function checkBillsUntouched(before: Documents, after: Documents): string[] {
  const now = new Map(after.filter(isBill).map((bill) => [bill._id, bill._rev]))
  return before
    .filter(isBill)
    .flatMap(({_id, _rev, number}) => unless(now.get(_id) === _rev, `${number} was touched`))
}
