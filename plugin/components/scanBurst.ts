/** Keys that came one right after the other, as a scanner sends them; times in milliseconds. */
export interface Burst {
  text: string
  /** Of its last key. */
  at: number
}

/** Nobody types a whole code at this pace; a scanner is faster by far. */
export const LONGEST_GAP_MS = 70
const SHORTEST_CODE = 3

export const noBurst: Burst = {text: '', at: Number.NEGATIVE_INFINITY}

/** The burst with one more letter, or a new one when the last letter is too long ago. */
export function addLetter(burst: Burst, letter: string, at: number): Burst {
  return at - burst.at <= LONGEST_GAP_MS ? {text: burst.text + letter, at} : {text: letter, at}
}

/** The code that an Enter at this time ends; `undefined` when a person has typed. */
export function codeOf({text, at}: Burst, enterAt: number): string | undefined {
  const isFast = enterAt - at <= LONGEST_GAP_MS
  return isFast && text.length >= SHORTEST_CODE ? text : undefined
}

/** A code that belongs to no product of ours, but to one of somebody: EAN-8, UPC-A, EAN-13, GTIN-14. */
export function looksLikeBarcode(code: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(code)
}
