/** Name of the series that a pattern numbers in: one a year (`bill-2026`), or one for ever without `{year}`. */
export function seriesName(kind: 'bill' | 'creditNote', pattern: string, day: string): string {
  return pattern.includes('{year}') ? `${kind}-${day.slice(0, 4)}` : kind
}

/** `B-{year}-{sequence}` with 12 on a day of 2026 is `B-2026-00012`: the sequence has at least five digits. */
export function formatNumber(pattern: string, day: string, sequence: number): string {
  return pattern
    .replaceAll('{year}', day.slice(0, 4))
    .replaceAll('{sequence}', String(sequence).padStart(5, '0'))
}
