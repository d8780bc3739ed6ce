import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {Draft, Series} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {hashText, seriesId} from '../domain/ids.ts'
import type {CorrectSeriesCommand} from './commands.ts'
import {key} from './commandSchemas.ts'
import {words} from './commandParts.ts'
import type {Operation} from './operation.ts'
import {goneResult} from './replayEntries.ts'
import type {Snapshot} from './snapshot.ts'

const correctSeriesSchema: GenericSchema<unknown, CorrectSeriesCommand> = v.strictObject({
  key,
  series: v.pipe(words(100), v.regex(/^[A-Za-z0-9-]+$/, 'must be the name of a series')),
})

const LAST_PAPER = `*[_type in ["bill", "creditNote"] && series == $series] | order(sequence desc)[0...1]._id`

/**
 * Raises a numbering series' counter to the last number that was given, after it was set back or deleted by hand: the next
 * bill would take a number that another has. Never lowers it: a number may be on a paper that somebody holds, so a gap
 * stays a gap. For administrators.
 */
export const correctSeries: Operation<CorrectSeriesCommand, {series: Series}> = {
  name: 'bills.correctSeries',
  schema: correctSeriesSchema,
  ids: ({series}, _snapshot, {found}) => [seriesId(series), ...found],
  search: (command, snapshot) =>
    doneOf(command, snapshot) === undefined
      ? {query: LAST_PAPER, params: {series: command.series}, guard: seriesId(command.series)}
      : undefined,
  recordOf: (command, snapshot) => doneOf(command, snapshot)?.correction?.command,
  replay(command, snapshot) {
    const series = doneOf(command, snapshot)
    if (series === undefined) throw goneResult('its series')
    return {series}
  },
  plan(command, snapshot, context) {
    const {series: name} = command
    const paper = lastPaper(context.found, snapshot)
    const stored = snapshot.find('series', seriesId(name))
    const last = stored?.last ?? 0
    if (paper === undefined || paper.sequence <= last) throw nothingToRaise(name, last, paper)
    const said = stored === undefined ? 'the counter was missing' : `the counter stood at ${last}`
    const reason = `Drift correction: ${said}, the last number given is ${paper.number}`
    const correction = {at: context.now, by: context.actor, reason, command: context.command}
    const kind = paper._type
    const base: Draft<Series> = stored ?? {_id: seriesId(name), _type: 'series', name, kind, last}
    const series: Draft<Series> = {...base, last: paper.sequence, correction}
    const set = {last: paper.sequence, correction}
    return {
      mutations: [
        stored === undefined
          ? {create: {...series}}
          : {patch: {id: stored._id, ifRevisionID: stored._rev, set}},
      ],
      result: (stamp) => ({series: {...series, ...stamp}}),
    }
  },
}

function lastPaper([id]: readonly string[], snapshot: Snapshot) {
  if (id === undefined) return undefined
  return snapshot.find(id.startsWith('bill.') ? 'bill' : 'creditNote', id)
}

function doneOf(command: CorrectSeriesCommand, snapshot: Snapshot): Series | undefined {
  const series = snapshot.find('series', seriesId(command.series))
  return series?.correction?.command.key === hashText(command.key) ? series : undefined
}

function nothingToRaise(
  name: string,
  last: number,
  paper: {sequence: number} | undefined,
): InvalidCommandError {
  const given = paper?.sequence ?? 0
  const message =
    given === last
      ? `stands at the last number given, ${last}`
      : `stands at ${last}, the last paper there is has ${given}: a number is never given twice. Restore the papers after it ` +
        'from their history; what cannot be restored stays a gap that your books have to explain'
  return new InvalidCommandError(`Nothing was saved: the series ${name} ${message}.`, [
    {path: 'series', message},
  ])
}
