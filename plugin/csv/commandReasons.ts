import type {ImportReason} from './importTexts.ts'

/** What the rules of operations say of the fields that a file has. */
const REASONS: readonly (readonly [RegExp, (found: string) => ImportReason])[] = [
  [/^must not be empty$/, () => ({name: 'required'})],
  [/^must not be negative$/, () => ({name: 'negative'})],
  [/^must be more than 0$/, () => ({name: 'not-positive'})],
  [/^must be at least (.+)$/, (least) => ({name: 'at-least', values: {least}})],
  [/^must be at most (.+)$/, (most) => ({name: 'at-most', values: {most}})],
  [/^must have at most (\d+) characters$/, (most) => ({name: 'too-long', values: {most}})],
  [/^must be an e-mail address$/, () => ({name: 'not-email'})],
  [/^must not hold characters that cannot be printed$/, () => ({name: 'unprintable'})],
  [/^must hold something readable$/, () => ({name: 'unreadable'})],
]

/** The name of what a rule says; `undefined` for what no cell can bring about. */
export function reasonOfRule(message: string): ImportReason | undefined {
  for (const [pattern, toReason] of REASONS) {
    const match = pattern.exec(message)
    if (match !== null) return toReason(match[1] ?? '')
  }
  return undefined
}
