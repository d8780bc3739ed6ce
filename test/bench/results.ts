import {appendFileSync, readFileSync} from 'node:fs'

/** One line of the README's table. */
export interface BenchResult {
  what: string
  /** Of `useListeningQuery` of sanity-plugin-utils; `''` where there is nothing to compare with. */
  theirs: string
  ours: string
  /** How many times less; `''` without a comparison. */
  ratio: string
}

/** Prints a result, and keeps it for the table when `npm run bench` asks for it. */
export function report(result: BenchResult): void {
  const {what, theirs, ours, ratio} = result
  const compared = theirs === '' ? '' : `, the hook ${theirs}: ${ratio} times less`
  console.log(`  ${what}: ${ours}${compared}`)
  const file = process.env['BENCH_RESULTS']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(result)}\n`)
}

export function readResults(file: string): BenchResult[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

export function toTable(results: readonly BenchResult[]): string {
  return [
    '| | `useListeningQuery` of sanity-plugin-utils | live layer | times less |',
    '|---|---|---|---|',
    ...results.map(({what, theirs, ours, ratio}) => `| ${what} | ${theirs} | ${ours} | ${ratio} |`),
  ].join('\n')
}

/** Three digits that count: `1,230`, `12.3`, `0.12`. */
export function round(value: number): string {
  const rounded = value === 0 ? 0 : Number(value.toPrecision(3))
  return rounded.toLocaleString('en', {maximumFractionDigits: 2})
}

/** µs as the unit that reads best. */
export function time(micros: number): string {
  if (micros < 1_000) return `${round(micros)} µs`
  return micros < 1_000_000 ? `${round(micros / 1_000)} ms` : `${round(micros / 1_000_000)} s`
}

export function size(bytes: number): string {
  if (bytes < 1_000) return `${round(bytes)} B`
  return bytes < 1_000_000 ? `${round(bytes / 1_000)} kB` : `${round(bytes / 1_000_000)} MB`
}
