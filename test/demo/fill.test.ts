import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {fillDemoShop} from '../../studio/demo/fill.ts'
import {planHistory} from '../../studio/demo/history/planHistory.ts'
import {verifyShop} from '../../studio/demo/verify/verifyShop.ts'
import {startTestLake, type TestLake} from '../rig/lake.ts'
import {testSize} from '../rig/size.ts'

const NOW = new Date('2026-03-14T09:30:00.000Z')
const CATALOGUE = 288

let lake: TestLake

beforeAll(async () => {
  lake = await startTestLake()
})

afterAll(() => lake.close())

class Interrupted extends Error {}

/** Fills until `steps` operations are done, then stops as a killed process would: between two operations. */
async function fillUntil(steps: number, now: Date): Promise<void> {
  const filling = fillDemoShop({
    client: lake.client(),
    now,
    onProgress: (done) => {
      if (done >= CATALOGUE + steps) throw new Interrupted()
    },
  })
  await expect(filling).rejects.toBeInstanceOf(Interrupted)
}

describe('demo shop in the lake', () => {
  it('goes on after an interruption, on another day too, and does nothing twice', async () => {
    await fillUntil(30, NOW)
    await fillUntil(45, new Date(NOW.getTime() + 3 * 86_400_000))
    const client = lake.client()
    const planned = planHistory(NOW).steps.slice(0, 45)
    const numbers = await client.fetch<number[]>('*[_type == "bill"] | order(sequence).sequence')
    const bills = planned.filter(({kind}) => kind === 'bill').length
    expect(numbers).toEqual(Array.from({length: bills}, (_, index) => index + 1))
    expect(await client.fetch('count(*[_type == "product"])')).toBe(201)
    expect((await verifyShop(client)).differences).toEqual([])
  })

  it('is filled once to the end, and proves itself', async ({skip}) => {
    if (testSize !== 'long') {
      const reason = 'The whole demo shop is filled at full size only (npm run test:long).'
      console.log(`Not run: ${reason}`)
      skip(reason)
    }
    const client = lake.client()
    expect(await fillDemoShop({client, now: NOW})).toEqual({filled: true})
    expect(await fillDemoShop({client, now: NOW})).toEqual({filled: false})
    expect((await verifyShop(client)).differences).toEqual([])
  })
})
