import {InvalidCommandError, NotPermittedError, ShopError} from '../domain/errors.ts'
import type {FieldIssue, Reason} from '../domain/errors.ts'

/** A text by its key, with its values; `undefined` where there is none. */
export type RefusalText = (key: string, values?: Reason['values']) => string

/** What an operation refused, in the words of `text`: keys `refusal.…` of the shop's bundles. */
export function refusalOf(error: ShopError, text: RefusalText): string {
  if (error instanceof InvalidCommandError && error.issues.length > 0) {
    return error.issues.map((issue) => issueOf(issue, text)).join(' ')
  }
  return text(`refusal.${keyOf(error)}`, error.reason?.values)
}

/** One wrong place of a command; the words of the error itself for what no form lets through. */
export function issueOf({message, reason}: FieldIssue, text: RefusalText): string {
  return reason === undefined ? message : text(`refusal.${reason.name}`, reason.values)
}

function keyOf(error: ShopError): string {
  if (error instanceof NotPermittedError && error.approval !== undefined) {
    return `approval.${error.approval}`
  }
  return error.reason?.name ?? `code.${error.code}`
}

type Texts = Readonly<Record<string, string>>

const LANGUAGES: Readonly<Record<string, () => Promise<{refusalTexts: Texts}>>> = {
  ar: () => import('./ar/refusalTexts.ts'),
  de: () => import('./de/refusalTexts.ts'),
}

/**
 * For pages outside the Studio: what errors of operations say in a language, which is loaded when it is asked for. In
 * English, and in languages that the shop does not speak, they have their own words.
 * @param locale - BCP 47
 */
export async function loadRefusalWords(locale: string): Promise<(error: unknown) => string> {
  const load = LANGUAGES[locale.toLowerCase().split('-')[0] ?? '']
  if (load === undefined) return ownWords
  const texts = (await load()).refusalTexts
  const text: RefusalText = (key, values = {}) =>
    (texts[key] ?? '').replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) =>
      String(values[name] ?? ''),
    )
  return (error) => (error instanceof ShopError ? refusalOf(error, text) : ownWords(error))
}

function ownWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
