import {describe, expect, it} from 'vitest'
import {parseRange, presetOf, presetRange, PRESETS} from './range.ts'

const TODAY = '2026-11-26'
const FIRST = '2025-02-03'
const read = (params: Record<string, string>) => parseRange((name) => params[name], TODAY)

describe('the range in the URL', () => {
  it('is the last 30 days when there is none, or one that makes no sense', () => {
    const fallback = {range: {from: '2026-10-28', to: TODAY}, by: 'day'}
    expect(read({})).toEqual(fallback)
    expect(read({from: '2026-02-30', to: TODAY})).toEqual(fallback)
    expect(read({from: TODAY, to: '2026-01-01'})).toEqual(fallback)
    expect(read({from: '1026-01-01', to: TODAY})).toEqual(fallback)
  })

  it('is what it says, in periods that fit it unless others are asked for', () => {
    expect(read({from: '2026-01-01', to: '2026-03-31'})).toEqual({
      range: {from: '2026-01-01', to: '2026-03-31'},
      by: 'week',
    })
    expect(read({from: '2026-01-01', to: '2026-03-31', by: 'month'}).by).toBe('month')
    expect(read({from: '2026-01-01', to: '2026-03-31', by: 'decade'}).by).toBe('week')
    expect(read({from: '2020-01-01', to: '2026-03-31'}).by).toBe('month')
  })

  it('has a name for each of the usual ones', () => {
    expect(presetRange('last-month', TODAY, FIRST)).toEqual({from: '2026-10-01', to: '2026-10-31'})
    expect(presetRange('last-month', '2026-01-15', FIRST)).toEqual({
      from: '2025-12-01',
      to: '2025-12-31',
    })
    expect(presetRange('all', TODAY, FIRST)).toEqual({from: FIRST, to: TODAY})
    for (const preset of PRESETS) {
      expect(presetOf(presetRange(preset, TODAY, FIRST), TODAY, FIRST)).toBe(preset)
    }
  })
})
