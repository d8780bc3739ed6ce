import {TestScheduler} from 'rxjs/testing'
import {describe, expect, it} from 'vitest'
import {observeConnectionLoss} from './connectionLost.ts'
import type {LiveStatus, LiveStatusName} from './types.ts'

const at = (ms: number) => new Date(ms).toISOString()
const status = (name: LiveStatusName, ms: number): LiveStatus => ({
  name,
  since: at(ms),
  events: 0,
  eventsPerSecond: 0,
  resyncs: 0,
  repairs: 0,
  history: [],
})

function play(run: (helpers: Parameters<Parameters<TestScheduler['run']>[0]>[0]) => void) {
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(run)
}

describe('a lost connection', () => {
  it('counts after five seconds and is over at once', () => {
    play(({cold, expectObservable}) => {
      const status$ = cold('a 999ms b 9s c', {
        a: status('live', 0),
        b: status('reconnecting', 1000),
        c: status('live', 10_001),
      })
      expectObservable(observeConnectionLoss(status$)).toBe('a 5999ms b 4s c', {
        a: undefined,
        b: {since: at(1000), reason: undefined},
        c: undefined,
      })
    })
  })

  it('that comes back before that is none, and from reconnecting to offline it is one', () => {
    play(({cold, expectObservable}) => {
      const status$ = cold('a 999ms b 999ms c 999ms d 1999ms e', {
        a: status('live', 0),
        b: status('reconnecting', 1000),
        c: status('live', 2000),
        d: status('reconnecting', 3000),
        e: status('offline', 5000),
      })
      expectObservable(observeConnectionLoss(status$)).toBe('a 999ms - 999ms c 5999ms e', {
        a: undefined,
        c: undefined,
        e: {since: at(3000), reason: undefined},
      })
    })
  })
})
