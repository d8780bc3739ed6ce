/** What a preview says where a document has no word of its own. */
const FALLBACKS: ReadonlySet<string> = new Set([
  'Product without a name',
  'Brand without a name',
  'Category without a name',
  'Customer without a name',
  'Bill without a number',
  'Credit note without a number',
  'Day without a date',
  'Series without a name',
  'SKU without a text',
  'Note without an alert',
  'Deleted product',
  'Shop settings',
  'Parked sale',
  'Walk-in',
  'No number given yet',
])
const STATES: ReadonlySet<string> = new Set(['Inactive', 'Settled', 'Administrator'])

/** Types whose title, or subtitle, begins with a kind or a way of payment. */
const KIND_FIRST = {
  title: new Set(['payment', 'stockOperation']),
  subtitle: new Set(['payment', 'stockTransaction']),
} as const
const STATED = new Set(['product', 'brand', 'category', 'user', 'billBalance'])

/** What stands around a value, by type. */
const PHRASES = {
  billBalance: [
    [/^(.+) owed$/, 'preview.owed'],
    [/^due (.+)$/, 'preview.due'],
    [/^Void since (.+)$/, 'preview.void'],
  ],
  customerAccount: [
    [/^(.+) owed$/, 'preview.owed'],
    [/^(.+) credit$/, 'preview.credit'],
  ],
  stockLevel: [[/^(.+) on hand$/, 'preview.on-hand']],
  stockTransaction: [[/^(.+) left$/, 'preview.left']],
  series: [[/^Last number (.+)$/, 'preview.last-number']],
  daySummary: [
    [/^(1) bill$/, 'preview.bill'],
    [/^(\d+) bills$/, 'preview.bills'],
  ],
} as const

type Phrases = (typeof PHRASES)[keyof typeof PHRASES]
export type PhraseKey = Phrases[number][1]

/** A part of a preview that is the shop's own word, and no name that somebody has given. */
export type PreviewWord = {text: string} | {phrase: PhraseKey; what: string} | undefined

/**
 * @param part - what stands between two separators, `index` its place among them
 * @returns what is to be translated; `undefined`: nothing
 */
export function previewWordOf(
  type: string,
  place: 'title' | 'subtitle',
  part: string,
  index: number,
): PreviewWord {
  const isKind = index === 0 && KIND_FIRST[place].has(type)
  const isState = place === 'subtitle' && STATED.has(type) && STATES.has(part)
  if (isKind || isState || FALLBACKS.has(part)) return {text: part}
  if (place === 'title' || !hasPhrases(type)) return undefined
  const phrases: readonly (readonly [RegExp, PhraseKey])[] = PHRASES[type]
  for (const [pattern, phrase] of phrases) {
    const what = pattern.exec(part)?.[1]
    if (what !== undefined) return {phrase, what}
  }
  return undefined
}

function hasPhrases(type: string): type is keyof typeof PHRASES {
  return Object.hasOwn(PHRASES, type)
}

/** For the test that each of them has its text. */
export const previewTexts: readonly string[] = [...FALLBACKS, ...STATES]
