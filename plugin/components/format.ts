import type {Unit} from '../domain/documents.ts'
import {formatMoney} from '../domain/money.ts'

export interface ShopFormat {
  /** Minor units as a person reads them. */
  money(minor: number): string
  /** Smallest steps with the unit's name. */
  quantity(steps: number, unit: Pick<Unit, 'name'> & {decimals: number}): string
  /** With + or − before it. */
  change(steps: number, unit: Pick<Unit, 'name'> & {decimals: number}): string
  /** A calendar day: 3 Nov 2026. */
  day(day: string): string
  /** A calendar day in little room: Tue 3 Nov. */
  shortDay(day: string): string
  /** An instant on the shop's clock: the time alone on `today`, without the year in today's, else day and time. */
  time(iso: string, today?: string): string
  /** An instant in little room: the time on `today`, else the day. */
  recent(iso: string, today: string): string
  clock(iso: string): string
  /** A month (`YYYY-MM`): Nov 2026. */
  month(month: string): string
  /** 0 for Monday … 6: Mon. */
  weekday(index: number): string
  /** A rate in basis points: 12.5 %. */
  percent(basisPoints: number): string
  /** A change in basis points, with its sign: +12.5 %. */
  growth(basisPoints: number): string
  number(value: number): string
}

/** How the shop writes numbers and times: `locale` is the Studio's, `timeZone` the shop's. */
export function createShopFormat(options: {
  locale: string
  currency: string
  timeZone: string
}): ShopFormat {
  const {currency, timeZone} = options
  const day = new Intl.DateTimeFormat(options.locale, {dateStyle: 'medium', timeZone: 'UTC'})
  const shortDay = new Intl.DateTimeFormat(options.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const month = new Intl.DateTimeFormat(options.locale, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const weekday = new Intl.DateTimeFormat(options.locale, {weekday: 'short', timeZone: 'UTC'})
  const percent = new Intl.NumberFormat(options.locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  })
  const growth = new Intl.NumberFormat(options.locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  const number = new Intl.NumberFormat(options.locale)
  const clock = new Intl.DateTimeFormat(options.locale, {timeStyle: 'medium', timeZone})
  const minute = new Intl.DateTimeFormat(options.locale, {timeStyle: 'short', timeZone})
  const dayKey = new Intl.DateTimeFormat('en-CA', {dateStyle: 'short', timeZone})
  const instantDay = new Intl.DateTimeFormat(options.locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  })
  const sameYear = new Intl.DateTimeFormat(options.locale, {
    day: 'numeric',
    month: 'short',
    timeZone,
  })
  const amounts = [0, 1, 2, 3].map(
    (digits) =>
      new Intl.NumberFormat(options.locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: false,
      }),
  )
  const quantity: ShopFormat['quantity'] = (steps, unit) => {
    const amount = amounts[unit.decimals]?.format(steps / 10 ** unit.decimals) ?? String(steps)
    return `${amount} ${unit.name}`.trim().replace('-', '−')
  }
  return {
    money: (minor) => formatMoney(minor, currency, options.locale),
    quantity,
    change: (steps, unit) => (steps > 0 ? `+${quantity(steps, unit)}` : quantity(steps, unit)),
    day: (value) => formatDate(day, value),
    shortDay: (value) => formatDate(shortDay, value),
    clock: (iso) => formatDate(clock, iso),
    month: (value) => formatDate(month, `${value}-01`),
    weekday: (index) => weekday.format(A_MONDAY + index * 86_400_000),
    percent: (basisPoints) => percent.format(basisPoints / 10_000),
    growth: (basisPoints) => growth.format(basisPoints / 10_000),
    number: (value) => number.format(value),
    recent: (iso, today) =>
      formatDate(formatDate(dayKey, iso) === today ? minute : instantDay, iso),
    time: (iso, today) => {
      const at = formatDate(minute, iso)
      const key = formatDate(dayKey, iso)
      if (key === today) return at
      const isThisYear = today !== undefined && key.slice(0, 4) === today.slice(0, 4)
      return `${formatDate(isThisYear ? sameYear : instantDay, iso)}, ${at}`
    },
  }
}

const A_MONDAY = Date.UTC(2024, 0, 1)

/** Foreign documents may hold no date: they are shown as a dash. */
function formatDate(format: Intl.DateTimeFormat, value: string): string {
  const time = Date.parse(value)
  return Number.isNaN(time) ? '—' : format.format(time)
}
