import type {ShopDocument} from '../domain/documents.ts'
import {isRecord} from './wire.ts'
import type {RawDocument} from './wire.ts'

/** `undefined` when the value is right, else what is wrong with it: `is missing`. */
export type Check = (value: unknown) => string | undefined

const TEXT_LIMIT = 100_000

export const text: Check = (value) => {
  if (typeof value !== 'string') return wrongType(value, 'a text')
  return value.length > TEXT_LIMIT ? `is too long (${value.length} characters)` : undefined
}

export const name: Check = (value) => {
  if (typeof value !== 'string') return wrongType(value, 'a text')
  if (value.length > 1_000) return `is too long (${value.length} characters)`
  return value.trim() === '' ? 'is empty' : undefined
}

export const integer: Check = (value) =>
  Number.isSafeInteger(value) ? undefined : wrongType(value, 'a whole number')

export const number: Check = (value) =>
  Number.isFinite(value) ? undefined : wrongType(value, 'a number')

export const boolean: Check = (value) =>
  typeof value === 'boolean' ? undefined : wrongType(value, 'yes or no')

const DAY = /^\d{4}-\d{2}-\d{2}$/

export const day: Check = (value) =>
  typeof value === 'string' && DAY.test(value) ? undefined : wrongType(value, 'a calendar day')

export const time: Check = (value) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? undefined
    : wrongType(value, 'a time')

export const oneOf =
  (...allowed: readonly (string | number)[]): Check =>
  (value) =>
    allowed.some((one) => one === value)
      ? undefined
      : wrongType(value, `one of ${allowed.join(', ')}`)

const optionalChecks = new WeakSet<Check>()

/** Absent is right; a stored `null` counts as absent and is left out. */
export function optional(check: Check): Check {
  const lenient: Check = (value) =>
    value === undefined || value === null ? undefined : check(value)
  optionalChecks.add(lenient)
  return lenient
}

export function object(fields: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(fields)
  return (value) => {
    if (!isRecord(value)) return wrongType(value, 'an object')
    return firstReason(value, entries)
  }
}

export function list(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return wrongType(value, 'a list')
    for (let index = 0; index < value.length; index++) {
      const reason = check(value[index])
      if (reason !== undefined) return `has a wrong entry ${index + 1}: it ${reason}`
    }
    return undefined
  }
}

/** Numbers by attribute. */
export const sums: Check = (value) => {
  if (!isRecord(value)) return wrongType(value, 'an object')
  for (const key of Object.keys(value)) {
    if (!Number.isFinite(value[key])) return `has a wrong ${key.slice(0, 40)}: no number`
  }
  return undefined
}

/** Read by whoever needs it, with a parser of its own. */
export const anything: Check = () => undefined

export const reference: Check = (value) =>
  isRecord(value) && typeof value._ref === 'string' && value._ref !== ''
    ? undefined
    : wrongType(value, 'a reference')

/** Every attribute of `T` needs a check: a new one without does not compile. */
export type Fields<T extends ShopDocument> = {
  [K in Exclude<keyof T, keyof ShopDocument>]-?: Check
}

export type Admission<T> = {document: T} | {reason: string}

export interface Shape<T extends ShopDocument> {
  /** The typed document, the same object unless defaults were missing; or the reason why it is malformed. */
  admit(raw: RawDocument): Admission<T>
}

/** `defaults` are given to documents that lack the attribute (made by hand or by an older version). */
export function defineShape<T extends ShopDocument>(
  type: T['_type'],
  fields: Fields<T>,
  defaults: Partial<T> = {},
): Shape<T> {
  const checks: [string, Check][] = Object.entries<Check>(fields)
  const defaulted = Object.keys(defaults)
  const nullable = checks.filter(([, check]) => optionalChecks.has(check)).map(([key]) => key)

  const normalise = (raw: RawDocument): RawDocument => {
    const lacks = defaulted.some((key) => raw[key] === undefined || raw[key] === null)
    const hasNull = nullable.some((key) => raw[key] === null)
    if (!lacks && !hasNull) return raw
    const copy: RawDocument = {...raw}
    for (const key of nullable) if (copy[key] === null) delete copy[key]
    for (const key of defaulted) if (copy[key] === null) delete copy[key]
    return {...defaults, ...copy}
  }

  const reasonOf = (raw: RawDocument) =>
    raw._type === type ? firstReason(raw, checks) : `is no ${type}`
  const isShaped = (raw: RawDocument): raw is RawDocument & T => reasonOf(raw) === undefined

  return {
    admit(raw) {
      const document = normalise(raw)
      return isShaped(document) ? {document} : {reason: reasonOf(document) ?? 'is malformed'}
    },
  }
}

function firstReason(
  value: Record<string, unknown>,
  checks: readonly (readonly [string, Check])[],
): string | undefined {
  for (const [key, check] of checks) {
    const reason = check(value[key])
    if (reason !== undefined) return `${key} ${reason}`
  }
  return undefined
}

function wrongType(value: unknown, expected: string): string {
  if (value === undefined || value === null) return 'is missing'
  return `must be ${expected}`
}
