import './installDom.ts'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {newSeed} from '../operations/random.ts'
import {startLakeProcess} from '../operations/tills/lakeProcess.ts'
import type {LakeProcess} from '../operations/tills/lakeProcess.ts'
import {sized} from '../rig/size.ts'
import {createStorms, openProxiedStore} from './storm.ts'
import type {ProxiedStore} from './storm.ts'

const rounds = sized(2, 60)
const seed = newSeed()

let lake: LakeProcess
let shown: ProxiedStore

beforeEach(async () => {
  lake = await startLakeProcess()
  shown = await openProxiedStore(lake)
})
afterEach(async () => {
  await shown.close()
  await lake.close()
})

describe('a lake process that is killed while its stream is cut, doubled, disordered and holed, and its reads fail and lag', () => {
  it(`shows every transaction whole at every step, and equals a fresh load after each of ${rounds} rounds (seed ${seed})`, async () => {
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const storms = createStorms(shown, seed)
    for (let round = 0; round < rounds; round++) {
      storms.begin({drop: 0.1, duplicate: 0.3, delay: 250})
      let restarted = Promise.resolve()
      for (let write = 0; write < 25; write++) {
        if (write === 12) restarted = lake.killAndRestart()
        await storms.write(() => restarted)
      }
      await restarted
      await storms.end(round)
    }
    expect(storms.found(), `seed ${seed}`).toEqual([])
    expect(storms.steps()).toBeGreaterThan(rounds)
  })
})
