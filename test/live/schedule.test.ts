import {describe, expect, it} from 'vitest'
import {sized} from '../rig/size.ts'
import {runSchedule} from './runSchedule.ts'

const count = Number(process.env['SCHEDULES'] ?? sized(300, 10_000))
const firstSeed = Number(process.env['SEED'] ?? 1)

/** 10,000 take four minutes of an idle core, and longer where the cores are shared. */
const timeout = sized(60_000, 30 * 60_000)

describe('after any interval of cuts, duplicates, disorder, delays and losses', () => {
  it(
    `the live view equals a fresh load (${count} schedules from seed ${firstSeed})`,
    {timeout},
    () => {
      for (let seed = firstSeed; seed < firstSeed + count; seed++) {
        const {live, fresh, recomputed, seen} = runSchedule(seed)
        expect(seen, `seed ${seed}: halves of transactions, or steps back`).toEqual([])
        expect(live, `seed ${seed}: view and fresh load`).toEqual(fresh)
        expect(live.figures, `seed ${seed}: deltas and recomputation`).toEqual(recomputed)
      }
    },
  )
})
