import {describe, expect, it} from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  hourOf,
  isDay,
  isInstant,
  isTimeZone,
  startOfDay,
} from './calendar.ts'

describe('the calendar of the shop', () => {
  it('turns at its own midnight', () => {
    expect(dayOf('2026-11-22T18:29:59.999Z', 'Asia/Kolkata')).toBe('2026-11-22')
    expect(dayOf('2026-11-22T18:30:00.000Z', 'Asia/Kolkata')).toBe('2026-11-23')
    expect(hourOf('2026-11-22T18:30:00.000Z', 'Asia/Kolkata')).toBe(0)
    expect(startOfDay('2026-11-23', 'Asia/Kolkata')).toBe('2026-11-22T18:30:00.000Z')
  })

  it('keeps its days when the clocks change', () => {
    expect(dayOf('2026-03-29T01:30:00.000Z', 'Europe/London')).toBe('2026-03-29')
    expect(hourOf('2026-03-29T01:30:00.000Z', 'Europe/London')).toBe(2)
    expect(startOfDay('2026-10-26', 'Europe/London')).toBe('2026-10-26T00:00:00.000Z')
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  })

  it('counts days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2026-12-31', '2027-01-02')).toBe(2)
    expect(daysBetween('2027-01-02', '2026-12-31')).toBe(-2)
  })

  it('knows what is none', () => {
    expect(['2026-02-28', '2026-02-30', '26-1-1', '2026-13-01'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(['2026-02-28T10:00:00Z', '2026-02-28T10:00:00', 'now'].map(isInstant)).toEqual([
      true,
      false,
      false,
    ])
    expect(['Asia/Kolkata', 'Mars/Base'].map(isTimeZone)).toEqual([true, false])
  })
})
