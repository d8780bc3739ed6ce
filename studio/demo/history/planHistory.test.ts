import {describe, expect, it} from 'vitest'
import {dayOf} from '../../../plugin/domain/calendar.ts'
import {buildCatalogue} from '../catalogue/buildCatalogue.ts'
import {DEMO_TIME_ZONE} from './clock.ts'
import {planHistory, type History} from './planHistory.ts'

const NOW = new Date('2026-03-14T09:30:00.000Z')

/** What a day sells depends on its weekday, and so does what is on the shelves. */
const EVERY_WEEKDAY = Array.from({length: 7}, (_, index) => `2026-11-${23 + index}`)

const countOf = ({steps}: History, kind: string) =>
  steps.filter((step) => step.kind === kind).length

describe('plan of the demo shop', () => {
  const history = planHistory(NOW)

  it('is the same for the same moment', () => {
    expect(planHistory(NOW)).toEqual(history)
  })

  it('has the size that was asked for', () => {
    const {catalogue, customers} = history
    expect(catalogue.brands).toHaveLength(12)
    expect(catalogue.categories).toHaveLength(15)
    expect(catalogue.products.length).toBeGreaterThan(190)
    expect(customers).toHaveLength(60)
    expect(new Set(customers.map(({name}) => name)).size).toBe(60)
    expect(countOf(history, 'bill')).toBeGreaterThan(800)
    expect(countOf(history, 'credit')).toBeGreaterThan(10)
    expect(countOf(history, 'payment')).toBeGreaterThan(30)
  })

  it('gives every product its own SKU, slug and id', () => {
    const products = buildCatalogue().products.map(({document}) => document)
    for (const values of [
      products.map(({sku}) => sku),
      products.map(({slug}) => slug?.current),
      products.map(({_id}) => _id),
    ]) {
      expect(new Set(values).size).toBe(products.length)
    }
  })

  it('does every step once, in order of time, over ninety days and never after now', () => {
    const times = history.steps.map(({at}) => at)
    expect(times).toEqual(times.toSorted())
    expect(times.every((at) => at <= NOW.toISOString())).toBe(true)
    const days = new Set(times.map((at) => dayOf(at, DEMO_TIME_ZONE)))
    expect(days.size).toBe(90)
    expect(days.has('2026-03-14')).toBe(true)
  })

  it.each(EVERY_WEEKDAY)('counts no shelf twice at one moment, begun on %s', (day) => {
    const counts = planHistory(new Date(`${day}T09:30:00.000Z`)).steps.flatMap((step) =>
      step.kind === 'count' ? [step.command] : [],
    )
    expect(counts.length).toBeGreaterThan(10)
    const shelves = counts.map((command) => JSON.stringify([command.product, command.countedAt]))
    expect(new Set(shelves).size).toBe(shelves.length)
  })

  it.each(['2026-03-13T18:31:00.000Z', '2026-03-14T02:00:00.000Z', '2026-03-14T18:29:00.000Z'])(
    'has bills today at %s, none of them in the future',
    (now) => {
      const {steps} = planHistory(new Date(now))
      const today = dayOf(now, DEMO_TIME_ZONE)
      const bills = steps.filter(
        ({kind, at}) => kind === 'bill' && dayOf(at, DEMO_TIME_ZONE) === today,
      )
      expect(bills.length).toBeGreaterThanOrEqual(3)
      expect(bills.every(({at}) => at <= now)).toBe(true)
    },
  )
})
