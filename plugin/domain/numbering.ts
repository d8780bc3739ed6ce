type NumberedKind = 'bill' | 'creditNote'

/** What `{series}` stands for at a till without a series of its own. */
const DEFAULT_SERIES: Record<NumberedKind, string> = {bill: 'B', creditNote: 'CN'}

const PLACEHOLDER = /\{([^}]*)\}/g

/** What is wrong with a number pattern, in words; `undefined` when it can be used. */
export function patternIssue(pattern: string): string | undefined {
  const problem = patternProblem(pattern)
  if (problem === undefined) return undefined
  return problem.name === 'no-sequence'
    ? 'The pattern needs {sequence}, where the number goes.'
    : `{${problem.placeholder}} is not known: use {series}, {year}, {sequence} or {sequence:4}.`
}

export type PatternProblem = {name: 'no-sequence'} | {name: 'unknown'; placeholder: string}

/** `undefined` for a pattern that gives every number once. */
export function patternProblem(pattern: string): PatternProblem | undefined {
  const names = [...pattern.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
  const unknown = names.find((name) => !/^(series|year|sequence(:[1-9])?)$/.test(name))
  if (unknown !== undefined) return {name: 'unknown', placeholder: unknown}
  return names.some((name) => name.startsWith('sequence')) ? undefined : {name: 'no-sequence'}
}

/**
 * Name of the series that a pattern numbers in: one a year (`bill-2026`), or one for ever without `{year}`; a till with
 * a series of its own counts apart (`bill-T2-2026`).
 */
export function seriesName(
  kind: NumberedKind,
  pattern: string,
  day: string,
  series?: string,
): string {
  const parts = [kind, series, pattern.includes('{year}') ? day.slice(0, 4) : undefined]
  return parts.filter((part) => part !== undefined).join('-')
}

/**
 * `{series}-{year}-{sequence}` with 12 on a day of 2026 is `B-2026-00012`: the sequence has at least five digits, with
 * `{sequence:3}` at least three.
 */
export function formatNumber(pattern: string, {kind, day, sequence, series}: NumberParts): string {
  return pattern.replaceAll(PLACEHOLDER, (_, name: string) => {
    if (name === 'year') return day.slice(0, 4)
    if (name === 'series') return series ?? DEFAULT_SERIES[kind]
    return String(sequence).padStart(Number(name.split(':')[1] ?? 5), '0')
  })
}

interface NumberParts {
  kind: NumberedKind
  /** Calendar day of issue. */
  day: string
  sequence: number
  /** The till's own series. */
  series?: string | undefined
}
