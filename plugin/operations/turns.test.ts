import {lastValueFrom, Subject} from 'rxjs'
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {createTurns} from './turns.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work that notes when it begins and ends when told. */
function createWork(begun: string[], name: string) {
  const ending = new Subject<void>()
  const ended = lastValueFrom(ending, {defaultValue: undefined})
  const work = () => {
    begun.push(name)
    return ended
  }
  return {work, end: () => ending.complete(), fail: (error: Error) => ending.error(error)}
}

it('lets operations on the same documents go one after the other, in the order asked', async () => {
  const begun: string[] = []
  const turns = createTurns(5000)
  const [one, two, three] = ['one', 'two', 'three'].map((name) => createWork(begun, name))
  const all = [one, two, three].map((each) => turns(['series'], each?.work ?? Promise.resolve))
  expect(begun).toEqual(['one'])
  one?.fail(new Error('refused'))
  await expect(all[0]).rejects.toThrow('refused')
  await vi.advanceTimersByTimeAsync(0)
  expect(begun).toEqual(['one', 'two'])
  two?.end()
  three?.end()
  await Promise.all(all.slice(1))
  expect(begun).toEqual(['one', 'two', 'three'])
})

it('lets operations that share nothing go at once, and nobody wait for ever', async () => {
  const begun: string[] = []
  const turns = createTurns(5000)
  const hanging = createWork(begun, 'hanging')
  void turns(['level a', 'series'], hanging.work)
  await turns(['level b'], async () => void begun.push('other'))
  const waiting = turns(['level a'], async () => void begun.push('waiting'))
  await vi.advanceTimersByTimeAsync(4999)
  expect(begun).toEqual(['hanging', 'other'])
  await vi.advanceTimersByTimeAsync(1)
  await waiting
  expect(begun).toEqual(['hanging', 'other', 'waiting'])
})
