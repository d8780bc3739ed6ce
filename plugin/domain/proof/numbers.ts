import type {Bill, CreditNote, Series} from '../documents.ts'
import {seriesId} from '../ids.ts'
import type {Chain} from './chain.ts'
import {compare} from './drift.ts'
import {suspect} from './suspicion.ts'
import type {Suspicion} from './suspicion.ts'

export type Paper = Bill | CreditNote

/** A number is given once, and the one before it was given. */
export function proveNumber(paper: Paper, papers: Chain<Paper>): Suspicion[] {
  const {_id: document, number, series, sequence} = paper
  const place = {kind: 'number' as const, document, subject: {of: 'paper' as const, name: number}}
  const doubled = compare(
    {...place, field: 'papers with its number'},
    1,
    papers.at(sequence).length,
  )
  if (sequence < 1) return suspect(compare({...place, field: 'sequence'}, 1, sequence))
  if (sequence === 1 || papers.at(sequence - 1).length > 0) return suspect(doubled)
  const gap = compare({...place, field: 'number before'}, sequence - 1, undefined)
  return [...suspect(doubled), ...suspect(gap, {kind: 'paper', series, sequence: sequence - 1})]
}

/** The counter of a series stands at the last number given. `isDue`: that paper is held if it exists. */
export function proveCounter(
  name: string,
  counter: Series | undefined,
  papers: Chain<Paper>,
  isDue: boolean,
): Suspicion[] {
  const highest = papers.highest()
  const document = counter?._id ?? seriesId(name)
  const subject = {of: 'series' as const, name}
  const place = {kind: 'number' as const, document, subject, field: 'last'}
  if (counter === undefined || (highest ?? 0) > counter.last) {
    return suspect(compare(place, highest, counter?.last))
  }
  if (highest === counter.last || counter.last === 0 || !isDue) return []
  const missing = {kind: 'paper' as const, series: name, sequence: counter.last}
  return suspect(compare(place, highest ?? 0, counter.last), missing)
}
