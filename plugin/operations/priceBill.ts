import {computeTotals, sumOf} from '../domain/billTotals.ts'
import type {BillAmounts, Discount} from '../domain/billTotals.ts'
import type {BillLine, Product, WeakReference} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {FieldIssue} from '../domain/errors.ts'
import {MOST} from '../domain/limits.ts'
import {PIECES} from '../domain/quantity.ts'
import type {CreateBillCommand, FreeLineInput, ProductLineInput} from './commands.ts'
import type {PlanContext} from './operation.ts'
import {weakReference} from './weakReference.ts'
import {requireProduct} from './products.ts'
import type {Snapshot} from './snapshot.ts'

type LineSource = Pick<
  BillLine,
  | '_key'
  | '_type'
  | 'product'
  | 'name'
  | 'sku'
  | 'unit'
  | 'quantity'
  | 'unitPrice'
  | 'taxRate'
  | 'brand'
  | 'category'
> & {discount?: Discount | undefined}

/** The bill's lines with every amount but the cost. @throws InvalidCommandError, ShopError `not-found` */
export function priceBill(
  command: Pick<CreateBillCommand, 'lines' | 'discount'>,
  snapshot: Snapshot,
  context: PlanContext,
): {lines: BillLine[]; totals: BillAmounts} {
  const sources = command.lines.map((line, index) =>
    'product' in line
      ? productLine(line, index, snapshot, context)
      : freeLine(line, index, context),
  )
  return priceLines(sources, command.discount, context)
}

/** Amounts of lines whose sources are known. */
export function priceLines(
  sources: readonly LineSource[],
  discount: Discount | undefined,
  {settings}: PlanContext,
): {lines: BillLine[]; totals: BillAmounts} {
  const {lines: amounts, totals} = computeTotals(sources, discount, {
    taxIncluded: settings.tax.included,
    taxRounding: settings.tax.rounding,
    cashRounding: settings.cashRounding,
  })
  const lines = sources.map((source, index): BillLine => {
    const amount = amounts[index]
    if (amount === undefined) throw new RangeError('computeTotals lost a line')
    return {...source, ...amount}
  })
  checkAmounts(lines, totals)
  return {lines, totals}
}

function checkAmounts(lines: readonly BillLine[], totals: BillAmounts): void {
  const issues: FieldIssue[] = lines.flatMap((line, index) =>
    line.discount > line.gross
      ? [
          {
            path: `lines.${index}.discount`,
            message: 'is more than the line',
            reason: {name: 'more-than-line', values: {line: line.name}},
          },
        ]
      : [],
  )
  const base = sumOf(lines.map((line) => line.gross - line.discount))
  if (issues.length === 0 && sumOf(lines.map((line) => line.billDiscount)) > base) {
    issues.push({
      path: 'discount',
      message: 'is more than the bill',
      reason: {name: 'more-than-bill'},
    })
  }
  if (Math.max(totals.gross, totals.total) > MOST) {
    issues.push({path: 'lines', message: 'come to more than can be counted exactly'})
  }
  if (issues.length === 0) return
  const words = issues.map(({path, message}) => `${path} ${message}`).join('; ')
  throw new InvalidCommandError(`Nothing was saved: ${words}.`, issues)
}

function productLine(
  line: ProductLineInput,
  index: number,
  snapshot: Snapshot,
  context: PlanContext,
): LineSource {
  const product = requireProduct(snapshot, line.product, `lines.${index}.product`)
  requireActive(product, index)
  return {
    ...productSource(product, index, snapshot, context),
    quantity: line.quantity,
    unitPrice: line.unitPrice ?? product.price,
    discount: line.discount,
  }
}

/** The attributes that a line snapshots of its product. */
export function productSource(
  product: Product,
  index: number,
  snapshot: Snapshot,
  {settings}: PlanContext,
) {
  const brand = named('brand', product.brand?._ref, snapshot)
  const category = named('category', product.category?._ref, snapshot)
  return {
    _key: `line${index + 1}`,
    _type: 'billLine' as const,
    product: weakReference(product._id),
    name: product.name,
    sku: product.sku,
    unit: product.unit,
    taxRate: product.taxRate ?? settings.tax.defaultRate,
    ...(brand === undefined ? {} : {brand}),
    ...(category === undefined ? {} : {category}),
  }
}

function named(
  type: 'brand' | 'category',
  id: string | undefined,
  snapshot: Snapshot,
): (WeakReference & {name?: string}) | undefined {
  if (id === undefined) return undefined
  const found = snapshot.find(type, id)
  return {...weakReference(id), ...(found === undefined ? {} : {name: found.name})}
}

function requireActive(product: Product, index: number): void {
  if (product.isActive) return
  const message = 'is archived'
  throw new InvalidCommandError(
    `Nothing was saved: ${product.name} ${message} and not for sale; activate it or choose another.`,
    [
      {
        path: `lines.${index}.product`,
        message,
        reason: {name: 'archived', values: {name: product.name}},
      },
    ],
  )
}

function freeLine(line: FreeLineInput, index: number, {settings}: PlanContext): LineSource {
  return {
    _key: `line${index + 1}`,
    _type: 'billLine',
    name: line.name,
    unit: line.unit ?? PIECES,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    taxRate: line.taxRate ?? settings.tax.defaultRate,
    discount: line.discount,
  }
}
