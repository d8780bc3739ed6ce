import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {randomWrites, today} from '../../test/live/randomWrites.ts'
import type {RandomWrite} from '../../test/live/randomWrites.ts'
import {sample} from '../../test/live/sampleDocuments.ts'
import {sized} from '../../test/rig/size.ts'
import {addDays} from '../domain/calendar.ts'
import {stockCover, sumSold} from '../domain/cover.ts'
import {buildDayFigures, buildRangeFigures} from '../domain/dayFiguresFromScratch.ts'
import {buildFigures} from '../domain/figures.ts'
import {createShopState} from './shopState.ts'
import type {ShopState} from './shopState.ts'

const steps = fc.array(
  fc.record({
    write: randomWrites,
    today: fc.integer({min: 0, max: 3}),
    hasWindow: fc.boolean(),
    isCounted: fc.boolean(),
  }),
  {minLength: 1, maxLength: 100, size: 'max'},
)

const place = (state: ShopState, {id, type, content}: RandomWrite, revision: number) => {
  const stamp = {_id: id, _rev: `r${revision}`, _createdAt: today, _updatedAt: today}
  state.place(id, type, content && {...content, ...stamp})
}

describe('figures moved by deltas', () => {
  it('equal those from scratch after every write, whatever day and window are looked at', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const state = createShopState({})
        for (const [index, {write, today: days, hasWindow, isCounted}] of all.entries()) {
          place(state, write, index)
          const onDay = addDays(today, days * 15 - 30)
          const window = {from: addDays(today, hasWindow ? -13 : -29), to: today}
          state.setSalesWindow(window)
          const sources = {...state.collections(), settings: state.settings(), malformed: []}
          expect(state.figures(onDay, isCounted)).toEqual(
            buildFigures(sources, onDay, () => isCounted, window),
          )
          expect(state.figuresOf(today, true)).toEqual(buildDayFigures(sources, today, true))
          const range = [addDays(today, -20), today] as const
          expect(state.figuresBetween(...range)).toEqual(
            buildRangeFigures(sources.daySummaries.values(), ...range),
          )
          const sold = sumSold(sources.stockTransactions.values(), window)
          for (const [id, product] of sources.products) {
            const level = sources.stockLevels.get(`stockLevel.${id}`)
            const days = hasWindow ? 14 : 30
            expect(state.related.coverOf(id)).toEqual(
              stockCover(product, level, sold.get(id) ?? 0, days),
            )
          }
        }
      }),
      {numRuns: sized(60, 3_000)},
    )
  })

  it('keep their identity while nothing of their day or range changes', () => {
    const state = createShopState({})
    place(state, {id: 'bill.1', type: 'bill', content: sample.bill('B-1', 100, today)}, 1)
    const before = [state.figuresOf(today, true), state.figuresBetween(today, today)]
    const other = addDays(today, -1)
    place(state, {id: 'bill.2', type: 'bill', content: sample.bill('B-2', 100, other)}, 1)
    place(state, {id: 'p1', type: 'product', content: sample.product('P1')}, 1)
    const after = [state.figuresOf(today, true), state.figuresBetween(today, today)]
    expect(after.map((figures, index) => figures === before[index])).toEqual([true, true])
  })
})
