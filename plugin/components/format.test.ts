import {expect, it} from 'vitest'
import {createShopFormat} from './format.ts'

const format = createShopFormat({locale: 'en-US', currency: 'INR', timeZone: 'Asia/Kolkata'})

it.each([
  ['the time alone on the day', '2026-11-27T04:30:00Z', '2026-11-27', '10:00 AM'],
  ['no year within the same one', '2026-11-25T06:56:00Z', '2026-11-27', 'Nov 25, 12:26 PM'],
  ['the year of another one', '2025-11-25T06:56:00Z', '2026-11-27', 'Nov 25, 2025, 12:26 PM'],
  ['all of it where no day is known', '2026-11-25T06:56:00Z', undefined, 'Nov 25, 2026, 12:26 PM'],
  ['the shop’s year, not UTC’s', '2025-12-31T20:00:00Z', '2026-01-02', 'Jan 1, 1:30 AM'],
])('writes an instant with %s', (_name, iso, today, written) => {
  // some versions of ICU set a narrow space before AM and PM
  expect(format.time(iso, today).replaceAll('\u202F', ' ')).toBe(written)
})
