import {Subject} from 'rxjs'
import {expect, it} from 'vitest'
import {createVirtualTime} from '../../test/live/virtualTime.ts'
import {observeRechecks} from './queryRechecks.ts'

it('a query is asked anew when events were lost, when someone comes back, and every five minutes all the same', () => {
  const time = createVirtualTime()
  const lostEvents$ = new Subject<void>()
  const wake$ = new Subject<void>()
  let rechecks = 0
  const {scheduler} = time
  const open = observeRechecks({lostEvents$, wake$, scheduler}).subscribe(() => (rechecks += 1))
  lostEvents$.next()
  expect(rechecks).toBe(1)
  // focus and visibility come together
  wake$.next()
  wake$.next()
  expect(rechecks).toBe(2)
  time.advance(6_000)
  wake$.next()
  expect(rechecks).toBe(3)
  time.advance(10 * 60_000)
  expect(rechecks).toBe(5)
  open.unsubscribe()
})
