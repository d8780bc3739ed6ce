import {delay, Subject} from 'rxjs'
import type {Observable} from 'rxjs'
import {expect, it} from 'vitest'
import {createMemoryLake, noFaults} from '../../../test/live/memoryLake.ts'
import {sample} from '../../../test/live/sampleDocuments.ts'
import {createVirtualTime} from '../../../test/live/virtualTime.ts'
import {createReplica} from '../replica.ts'
import {shareListener} from '../sharedListener.ts'
import {boundsOn} from '../shopCalendar.ts'
import {synchronise} from '../synchronise.ts'
import {isInWorkingSet, mayBeUnheld, shopTypes} from '../workingSet.ts'

const ANSWER_MS = 8_000
const bounds = boundsOn('2026-03-10', undefined, {})

/** A replica one kind of whose requests is answered late: as the lake was when it was asked. */
function openReplica(late: 'fetchChanges' | 'fetchRevisions' = 'fetchRevisions') {
  const time = createVirtualTime()
  const {scheduler} = time
  const lake = createMemoryLake(scheduler)
  const port = lake.portWith(noFaults(() => 0.5))
  const wake$ = new Subject<void>()
  const replica = createReplica({
    gapWait: 2_500,
    isHeld: (document) => isInWorkingSet(document, bounds),
    mayBeUnheld: (document) => mayBeUnheld(document, bounds),
  })
  const slowly = <R, T>(ask: (request: R) => Observable<T>) => ({
    [late]: (request: R) => ask(request).pipe(delay(ANSWER_MS, scheduler)),
  })
  const slow = {
    ...port,
    ...(late === 'fetchChanges' ? slowly(port.fetchChanges) : slowly(port.fetchRevisions)),
  }
  const connection$ = shareListener(() => port.listen(shopTypes), {scheduler})
  const options = {replica, bounds: () => bounds, wake$, scheduler, digestAfter: 3_600_000}
  const running = synchronise(slow, connection$, options).subscribe()
  return {time, lake, replica, look: () => wake$.next(), close: () => running.unsubscribe()}
}

it('an event lost while a comparison is under way is found by the look after it', () => {
  const {time, lake, replica, look, close} = openReplica()
  lake.commit([{id: 'b1', after: sample.brand('Volta')}])
  time.advance(1_000)
  look()
  time.advance(6_000)
  lake.mute(() => lake.commit([{id: 'b1', after: sample.brand('Lumen')}]))
  look()
  expect(replica.get('b1')?.['name']).toBe('Volta')
  time.advance(3 * ANSWER_MS)
  expect(replica.get('b1')?.['name']).toBe('Lumen')
  close()
})

it('a look within seconds of the last one is not lost', () => {
  const {time, lake, replica, look, close} = openReplica()
  lake.commit([{id: 'b1', after: sample.brand('Volta')}])
  time.advance(1_000)
  look()
  time.advance(1_000)
  lake.mute(() => lake.commit([{id: 'b1', after: sample.brand('Lumen')}]))
  look()
  look()
  time.advance(3 * ANSWER_MS)
  expect(replica.get('b1')?.['name']).toBe('Lumen')
  close()
})

it('an event lost while what was missed is read is found by the look after it', () => {
  const {time, lake, replica, look, close} = openReplica('fetchChanges')
  lake.commit([{id: 'b1', after: sample.brand('Volta')}])
  time.advance(2 * ANSWER_MS)
  lake.mute(() => lake.commit([{id: 'b2', after: sample.brand('Solis')}]))
  look()
  time.advance(6_000)
  expect(replica.isPaused()).toBe(true)
  lake.mute(() => lake.commit([{id: 'b1', after: sample.brand('Lumen')}]))
  look()
  time.advance(3 * ANSWER_MS)
  expect(replica.get('b2')?.['name']).toBe('Solis')
  expect(replica.get('b1')?.['name']).toBe('Lumen')
  close()
})
