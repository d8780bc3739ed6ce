import {expect, it} from 'vitest'
import {runForEach} from './useBulk.ts'

it('does the same for every row, a few at once, and one refusal keeps none of the others back', async () => {
  const done: number[] = []
  let running = 0
  let most = 0
  const items = Array.from({length: 20}, (_, index) => index)
  const result = await runForEach(items, async (item) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    if (item % 7 === 3) throw new Error(`No ${item}.`)
    done.push(item)
  })
  expect(result).toEqual({
    done: 17,
    refused: [3, 10, 17].map((item) => new Error(`No ${item}.`)),
  })
  expect(done).toHaveLength(17)
  expect(most).toBe(4)
})
