import type {Product, Unit} from '../../domain/documents.ts'
import {lineAmount, parseDecimal, parseMoney, rateOf} from '../../domain/money.ts'
import {PIECES, parseQuantity} from '../../domain/quantity.ts'
import type {Discount, FreeLineInput, ProductLineInput} from '../../operations/commands.ts'
import type {Message} from '../shared/messages.ts'
import {message} from '../shared/messages.ts'
import type {FormLine} from './billForm.ts'

/** The fields of a line that can be wrong; `product` is the line as a whole. */
export type LineField = 'product' | 'name' | 'quantity' | 'price' | 'discount'

export interface ReadLine {
  unit: Unit
  /** Absent while something is wrong. */
  input?: ProductLineInput | FreeLineInput
  errors: Partial<Record<LineField, Message>>
}

/** What a line as typed says, or what is wrong with it. `product` is absent for free lines and for products gone. */
export function readLine(line: FormLine, product: Product | undefined, currency: string): ReadLine {
  const unit = product?.unit ?? PIECES
  const quantity = readQuantity(line.quantity, unit)
  const price = readPrice(line.price, currency)
  const errors: ReadLine['errors'] = {}
  if (line.product !== undefined && product?.isActive !== true) {
    errors.product = message('bill-error.gone')
  }
  if (line.product === undefined && line.name.trim() === '')
    errors.name = message('bill-error.name')
  if (typeof quantity !== 'number') errors.quantity = quantity
  if (typeof price !== 'number') errors.price = price
  if (typeof quantity !== 'number' || typeof price !== 'number') return {unit, errors}

  const amount = lineAmount(price, quantity, unit.decimals)
  const discount = readDiscount(line.discount, currency, amount)
  if (isMessage(discount)) errors.discount = discount
  if (isMessage(discount) || Object.keys(errors).length > 0) return {unit, errors}

  const discounted = discount === undefined ? {} : {discount}
  const input =
    line.product === undefined
      ? {name: line.name.trim(), quantity, unitPrice: price, ...discounted}
      : {product: line.product, quantity, unitPrice: price, ...discounted}
  return {unit, input, errors}
}

function readQuantity(text: string, unit: Unit): number | Message {
  const quantity = parseQuantity(text, unit)
  if (quantity !== undefined && quantity > 0) return quantity
  const finer = quantity === undefined ? parseDecimal(text, 9) : undefined
  if (finer === undefined || finer <= 0) return message('bill-error.quantity')
  return unit.decimals === 0
    ? message('bill-error.quantity-whole')
    : message('bill-error.quantity-decimals', {count: unit.decimals})
}

function readPrice(text: string, currency: string): number | Message {
  const price = parseMoney(text, currency)
  return price === undefined || price < 0 ? message('bill-error.price') : price
}

/**
 * `5.00` is an amount, `10%` a rate, nothing is no discount. `of` is the amount in minor units that it may not exceed;
 * absent while that is not known.
 */
export function readDiscount(
  text: string,
  currency: string,
  of?: number,
): Discount | undefined | Message {
  const typed = text.trim()
  if (typed === '') return undefined
  const isRate = typed.endsWith('%')
  const value = isRate ? parseDecimal(typed.slice(0, -1), 2) : parseMoney(typed, currency)
  if (value === undefined || value < 0) return message('bill-error.discount')
  const discounted = isRate ? rateOf(of ?? 0, value) : value
  const tooHigh = isRate ? value > 10_000 : of !== undefined && discounted > of
  if (tooHigh) return message('bill-error.discount-too-high')
  return isRate ? {rate: value} : {amount: value}
}

export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'key' in value
}
