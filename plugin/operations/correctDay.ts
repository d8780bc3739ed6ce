import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import {toDaySums} from '../domain/dayFigures.ts'
import {deriveSummaries, summaryChange} from '../domain/daySums.ts'
import type {DayChange} from '../domain/daySums.ts'
import type {DaySummary, Draft} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import {daySummaryId, hashText} from '../domain/ids.ts'
import type {CorrectDayCommand} from './commands.ts'
import {day, key} from './commandSchemas.ts'
import {foundOf} from './foundDocuments.ts'
import type {Operation} from './operation.ts'
import {goneResult} from './replayEntries.ts'
import type {Snapshot} from './snapshot.ts'

const correctDaySchema: GenericSchema<unknown, CorrectDayCommand> = v.strictObject({key, day})

const OF_THE_DAY = `*[day == $day && (_type in ["bill", "creditNote", "payment"] ||
  (_type == "billBalance" && defined(void)))]._id`

/**
 * Makes the sums of a day what its bills, credit notes and payments add up to, after they were changed by hand. The day only
 * repeats what these say. For administrators.
 */
export const correctDay: Operation<CorrectDayCommand, {summary: DaySummary}> = {
  name: 'bills.correctDay',
  schema: correctDaySchema,
  ids: (command, _snapshot, {found}) => [daySummaryId(command.day), ...found],
  search: (command, snapshot) =>
    doneOf(command, snapshot) === undefined
      ? {query: OF_THE_DAY, params: {day: command.day}, guard: daySummaryId(command.day)}
      : undefined,
  recordOf: (command, snapshot) => doneOf(command, snapshot)?.correction?.command,
  replay(command, snapshot) {
    const summary = doneOf(command, snapshot)
    if (summary === undefined) throw goneResult('its day')
    return {summary}
  },
  plan(command, snapshot, context) {
    const id = daySummaryId(command.day)
    const of = foundOf(context.found, snapshot)
    const {timeZone} = context.settings
    const derived = deriveSummaries({
      bill: of('bill'),
      billBalance: of('billBalance'),
      creditNote: of('creditNote'),
      payment: of('payment'),
      timeZone,
    }).get(command.day)
    const stored = snapshot.find('daySummary', id)
    const reason = reasonOf(command.day, derived ?? new Map(), stored)
    const correction = {at: context.now, by: context.actor, reason, command: context.command}
    const set = {...toDaySums(derived ?? new Map()), day: command.day, correction}
    const base: Draft<DaySummary> = {_id: id, _type: 'daySummary', ...set}
    return {
      mutations: [
        stored === undefined ? {create: {...base}} : {patch: {id, ifRevisionID: stored._rev, set}},
      ],
      result: (stamp) => ({summary: {...stored, ...base, ...stamp}}),
    }
  },
}

function doneOf(command: CorrectDayCommand, snapshot: Snapshot): DaySummary | undefined {
  const summary = snapshot.find('daySummary', daySummaryId(command.day))
  return summary?.correction?.command.key === hashText(command.key) ? summary : undefined
}

/** What the day had said. @throws InvalidCommandError when it says what follows */
function reasonOf(name: string, derived: DayChange, stored: DaySummary | undefined): string {
  if (stored === undefined && derived.size > 0) return 'Drift correction: the day was missing'
  const said: DayChange = stored === undefined ? new Map() : summaryChange(stored)
  const words = [...new Set([...said.keys(), ...derived.keys()])]
    .map((path) => ({path, was: said.get(path) ?? 0, is: derived.get(path) ?? 0}))
    .filter(({was, is}) => was !== is)
    .map(({path, was, is}) => `${path} was ${was}, follows as ${is}`)
  if (stored !== undefined && stored.day !== name) words.push(`day was ${stored.day}`)
  if (words.length > 0) return `Drift correction: ${words.join('; ')}`
  const message = 'follows from its bills, credit notes and payments already'
  throw new InvalidCommandError(`Nothing was saved: the day ${name} ${message}.`, [
    {path: 'day', message},
  ])
}
