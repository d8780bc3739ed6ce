/**
 * A spreadsheet runs a cell that begins with one of these as a formula, from a file that a customer named. Wide forms are
 * folded to the plain ones by some. After: OWASP, CSV injection.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/

/** An apostrophe before what would be a formula; spreadsheets show such a cell as the text it is. */
export function neutralise(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** A number of a column of numbers may begin with a minus; anything else there is text like any other. */
export function neutraliseNumber(text: string): string {
  return PLAIN_NUMBER.test(text) ? text : neutralise(text)
}

/** Takes back exactly what `neutralise` added. */
export function restore(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
