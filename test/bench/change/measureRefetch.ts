import {dequal} from 'dequal/lite'
import {deriveFigures} from './deriveFigures.ts'
import {createChanges, eventText} from './fixture.ts'
import type {Fixture} from './fixture.ts'

const WARM_UP = 3

/**
 * CPU time of what the hook of sanity-plugin-utils does for one change and React has no part in: the event and the answer
 * parsed, the answer compared with the one before as the hook does it (once for its stream, once for its state), all
 * figures derived; µs of each change.
 */
export function measureRefetch(fixture: Fixture, rounds: number): number[] {
  const changes = createChanges(fixture)
  let shown: unknown = JSON.parse(JSON.stringify(changes.held()))
  let total = 0
  const times: number[] = []
  for (let round = 0; round < WARM_UP + rounds; round++) {
    const {before, after} = changes.next()
    const answer = JSON.stringify({query: '*', result: changes.held(), ms: 12})
    const event = eventText(before, after, false)
    const start = process.cpuUsage()
    JSON.parse(event)
    const {result}: {result: unknown} = JSON.parse(answer)
    if (dequal(shown, result) || dequal(shown, result)) throw new Error('Nothing has changed.')
    shown = result
    total += deriveFigures(result).stockValue
    const {user, system} = process.cpuUsage(start)
    if (round >= WARM_UP) times.push(user + system)
  }
  if (total === 0) throw new Error('Nothing was derived.')
  return times
}
