import {formatMoney, isCurrency, toDecimalText} from '../plugin/domain/money.ts'

/** Previews read documents of any shape: whatever is not a number is shown as a dash, never as `NaN`. */
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

/** Minor units as a person reads them: 1250 is `₹12.50`. */
export function moneyText(minor: unknown, currency: string): string {
  if (!isNumber(minor)) return '—'
  return isCurrency(currency) ? formatMoney(minor, currency) : `${minor} in an unknown currency`
}

/** 1800 basis points are `18 %`. */
export function rateText(rate: unknown): string {
  return isNumber(rate) ? `${toDecimalText(rate, 2).replace(/\.?0+$/, '')} %` : '—'
}

/** 1500 with `{name: 'kg', decimals: 3}` is `1.500 kg`. */
export function quantityText(quantity: unknown, unitName: unknown, decimals: unknown): string {
  if (!isNumber(quantity)) return '—'
  const digits = isNumber(decimals) && decimals >= 0 && decimals <= 3 ? Math.trunc(decimals) : 0
  const name = typeof unitName === 'string' && unitName !== '' ? ` ${unitName}` : ''
  return `${toDecimalText(quantity, digits)}${name}`
}

/** `+3 pcs`, `−3 pcs`: with a real minus sign. */
export function signedQuantityText(quantity: unknown, unitName: unknown, decimals: unknown) {
  if (!isNumber(quantity)) return '—'
  const sign = quantity < 0 ? '\u2212' : '+'
  return `${sign}${quantityText(Math.abs(quantity), unitName, decimals)}`
}

export const SEPARATOR = ' · '

/** What is there, joined by a middle dot. */
export function joinText(...parts: readonly unknown[]): string {
  return parts
    .filter(
      (part): part is string | number =>
        part !== '' && (typeof part === 'string' || isNumber(part)),
    )
    .join(SEPARATOR)
}

/** A preview title that is always a string. */
export function titleText(value: unknown, fallback: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : fallback
}

/** The title of a stored value among the choices of its field. */
export function kindText(
  value: unknown,
  choices: readonly {title: string; value: string}[],
): string {
  return choices.find((choice) => choice.value === value)?.title ?? titleText(value, '—')
}

/** The day part of an ISO time or of a calendar day. */
export function dayText(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 10) : '—'
}
