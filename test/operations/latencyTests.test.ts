import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(() => shop.close())

const change = {what: 'bill', id: 'bill.tried'} as const
const measured = {
  device: 'Firefox, Windows',
  place: '/dashboard',
  isHidden: false,
  ms: 21,
  uncertainty: 2,
  latency: {p50: 9, p95: 30, measured: 14},
}
const begin = async (key = 'test') => (await shop.operations.latencyTests.begin({key, change})).test

describe('a test of the windows', () => {
  it('holds what every window says that answers at the same moment, each once and by name', async () => {
    const {_id: test} = await begin()
    const names = Array.from({length: 12}, (_, index) => `Till ${index + 1}`)
    const answer = (name: string) =>
      shop.till(name).latencyTests.answer({key: name, test, window: name, ...measured})
    await Promise.all([...names, ...names.slice(0, 3)].map(answer))
    const [document, ...others] = await shop.documents('latencyTest')
    expect(others).toEqual([])
    expect(document).toMatchObject({_id: test, change, by: {name: 'Asha'}})
    const {answers} = await begin()
    expect(answers.map(({by}) => by.name).toSorted()).toEqual(names.toSorted())
    expect(answers[0]).toMatchObject(measured)
  })

  it('is gone with all its answers when it ends, also for a window that answers too late', async () => {
    const {_id: test} = await begin()
    await shop.operations.latencyTests.end({key: 'end', test})
    const late = shop
      .till('Bina')
      .latencyTests.answer({key: 'late', test, window: 'late', ...measured})
    await expect(late).rejects.toMatchObject({code: 'not-found'})
    expect(await shop.documents('latencyTest')).toEqual([])
  })

  it('loses no race between ends and answers: nothing stays behind', async () => {
    for (const round of ['first', 'second', 'third', 'fourth', 'fifth']) {
      const {_id: test} = await begin(round)
      await Promise.allSettled([
        ...['a', 'b', 'c'].map((window) =>
          shop.till(window).latencyTests.answer({key: window, test, window, ...measured}),
        ),
        shop.operations.latencyTests.end({key: 'end', test}),
      ])
    }
    expect(await shop.documents('latencyTest')).toEqual([])
  })

  it('ends no document but tests', async () => {
    const product = await shop.stocked(3)
    for (const test of [product._id, `stockLevel.${product._id}`]) {
      const end = shop.operations.latencyTests.end({key: 'end', test})
      await expect(end).rejects.toMatchObject({code: 'invalid'})
    }
    expect(await shop.onHand(product)).toBe(3)
  })

  it('is refused to whoever may only look, and so is an answer', async () => {
    const viewer = shop.till('Viewer', {roles: ['viewer']}).latencyTests
    await expect(viewer.begin({key: 'look', change})).rejects.toMatchObject({code: 'not-permitted'})
    const {_id: test, _rev} = await begin()
    const answer = viewer.answer({key: 'look', test, window: 'look', ...measured})
    await expect(answer).rejects.toMatchObject({code: 'not-permitted'})
    expect(await shop.client.getDocument(test)).toMatchObject({_rev, answers: []})
  })

  it('is nothing to the proof of the books', async () => {
    await shop.stocked(3)
    await begin()
    expect(await shop.differences()).toEqual([])
  })
})
