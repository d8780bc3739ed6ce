import type {Product} from '../../domain/documents.ts'
import {parseDecimal} from '../../domain/money.ts'
import {parseQuantity} from '../../domain/quantity.ts'
import type {AdjustCommand, CountCommand} from '../../operations/commands.ts'
import type {Message} from '../shared/messages.ts'
import {message} from '../shared/messages.ts'

/** `change` adds or takes away; `count` sets to what stands on the shelf. */
export type StockMode = 'change' | 'count'

export interface StockForm {
  key: string
  product?: string
  mode: StockMode
  quantity: string
  kind: AdjustCommand['kind']
  reason: string
}

export function emptyStockForm(key: string, product?: string): StockForm {
  return {
    key,
    ...(product === undefined ? {} : {product}),
    mode: 'change',
    quantity: '',
    kind: 'adjustment',
    reason: '',
  }
}

export type StockRequest =
  | {operation: 'adjust'; command: Omit<AdjustCommand, 'key'>}
  | {operation: 'count'; command: Omit<CountCommand, 'key' | 'countedAt'>}

export interface ReadStock {
  errors: Partial<Record<'product' | 'quantity' | 'reason', Message>>
  /** On hand after it, smallest steps; absent while the number is wrong. */
  after?: number
  request?: StockRequest
}

/** What the form as typed asks for. `onHand` in smallest steps. */
export function readStockForm(
  form: StockForm,
  product: Product | undefined,
  onHand: number,
): ReadStock {
  if (product === undefined) return {errors: {product: message('stock-form.error.product')}}
  const quantity = readQuantity(form, product)
  const errors: ReadStock['errors'] = {}
  if (typeof quantity !== 'number') errors.quantity = quantity
  const reason = form.reason.trim()
  if (form.mode === 'change' && reason === '') errors.reason = message('stock-form.error.reason')
  if (typeof quantity !== 'number') return {errors}
  const after = form.mode === 'change' ? onHand + quantity : quantity
  if (Object.keys(errors).length > 0) return {errors, after}
  return {errors, after, request: toRequest(form, product._id, quantity, reason)}
}

function toRequest(
  form: StockForm,
  product: string,
  quantity: number,
  reason: string,
): StockRequest {
  return form.mode === 'count'
    ? {operation: 'count', command: {product, counted: quantity}}
    : {operation: 'adjust', command: {product, quantity, reason, kind: form.kind}}
}

function readQuantity({quantity: text, mode, kind}: StockForm, {unit}: Product): number | Message {
  const quantity = parseQuantity(text.replace(/^\s*\+/, ''), unit)
  if (quantity === undefined) return notANumber(text, mode, unit.decimals)
  if (mode === 'count') return quantity < 0 ? message('stock-form.error.counted') : quantity
  if (quantity === 0) return message('stock-form.error.quantity')
  return kind === 'damage' && quantity > 0 ? message('stock-form.error.damage-sign') : quantity
}

/** Either no number at all, or one that is finer than the unit. */
function notANumber(text: string, mode: StockMode, decimals: number): Message {
  if (parseDecimal(text.replace(/^\s*\+/, ''), 9) === undefined) {
    return message(mode === 'count' ? 'stock-form.error.counted' : 'stock-form.error.quantity')
  }
  return decimals === 0
    ? message('stock-form.error.whole')
    : message('stock-form.error.decimals', {count: decimals})
}
