import {Subject} from 'rxjs'
import {describe, expect, it} from 'vitest'
import {inSlices} from './inSlices.ts'

const SLICE = 8
const COST = 3

/** Values that take 3 ms each, in a page whose tasks run when the test says so. */
function openPage() {
  let time = 0
  let isPosted = false
  let isClosed = false
  let run = () => {}
  const seen: number[] = []
  const source$ = new Subject<number>()
  let hasEnded = false
  const subscription = source$
    .pipe(
      inSlices({
        slice: SLICE,
        now: () => time,
        openTasks: (task) => {
          run = task
          return {post: () => void (isPosted = true), close: () => void (isClosed = true)}
        },
      }),
    )
    .subscribe({
      next: (value) => {
        seen.push(value)
        time += COST
      },
      error: () => void (hasEnded = true),
      complete: () => void (hasEnded = true),
    })
  return {
    seen,
    source$,
    subscription,
    hasEnded: () => hasEnded,
    isPosted: () => isPosted,
    isClosed: () => isClosed,
    runTask: () => {
      isPosted = false
      run()
    },
  }
}

const numbers = (count: number) => Array.from({length: count}, (_, index) => index)

describe('events in slices', () => {
  it('pass a single event on at once, and the next one too', () => {
    const {seen, source$, runTask, isPosted} = openPage()
    source$.next(1)
    expect(seen).toEqual([1])
    runTask()
    expect(isPosted()).toBe(false)
    source$.next(2)
    expect(seen).toEqual([1, 2])
  })

  it('keep a task to its slice, however many come at once, and the order to the last', () => {
    const {seen, source$, runTask, isPosted} = openPage()
    for (const value of numbers(100)) source$.next(value)
    expect(seen).toEqual([0, 1, 2])
    while (isPosted()) {
      const before = seen.length
      runTask()
      expect(seen.length - before).toBeLessThanOrEqual(Math.ceil(SLICE / COST))
    }
    expect(seen).toEqual(numbers(100))
  })

  it('let nothing that comes later overtake what waits', () => {
    const {seen, source$, runTask, isPosted} = openPage()
    for (const value of numbers(5)) source$.next(value)
    runTask()
    source$.next(5)
    while (isPosted()) runTask()
    source$.next(6)
    expect(seen).toEqual(numbers(7))
  })

  it('say everything before they end', () => {
    const {seen, source$, hasEnded} = openPage()
    for (const value of numbers(50)) source$.next(value)
    source$.complete()
    expect([seen.length, hasEnded()]).toEqual([50, true])
  })

  it('drop what waits when nobody listens any more', () => {
    const {seen, source$, subscription, runTask, isClosed} = openPage()
    for (const value of numbers(50)) source$.next(value)
    subscription.unsubscribe()
    expect(isClosed()).toBe(true)
    runTask()
    expect(seen).toHaveLength(3)
  })

  it('go on by themselves in messages of the page', async () => {
    const source$ = new Subject<number>()
    const seen: number[] = []
    const all = new Promise<void>((resolve) => {
      const subscription = source$.pipe(inSlices({slice: 0.01})).subscribe((value) => {
        for (const end = performance.now() + 0.02; performance.now() < end;);
        seen.push(value)
        if (value !== 199) return
        subscription.unsubscribe()
        resolve()
      })
    })
    for (const value of numbers(200)) source$.next(value)
    expect(seen.length).toBeLessThan(200)
    await all
    expect(seen).toEqual(numbers(200))
  })
})
