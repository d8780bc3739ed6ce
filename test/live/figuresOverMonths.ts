import {expect} from 'vitest'
import {toDaySums} from '../../plugin/domain/dayFigures.ts'
import {deriveSummaries, sumChanges} from '../../plugin/domain/daySums.ts'
import {readDocuments} from '../../plugin/domain/proof/readDocuments.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import {isRecord} from '../../plugin/live/wire.ts'
import {exportDocuments} from '../../studio/demo/verify/exportDocuments.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import type {RunningLake} from '../../studio/run/runningLake.ts'
import {startListenProxy} from './listenProxy.ts'

/**
 * A store's figures of ranges of days equal what `npm run verify` derives from every document, and the store neither
 * reads nor holds bills of before its window, nor does it ask for anything to say them. Returns how many days and bills
 * there are.
 */
export async function expectFiguresOverMonths(lake: RunningLake, dataset: string) {
  const {shop} = readDocuments(await exportDocuments(createLakeClient(lake, dataset)))
  const derived = deriveSummaries(shop)
  const proxy = await startListenProxy(lake.url)
  const papersRead: Paper[] = []
  proxy.readAnswers((text) => papersRead.push(...papersIn(JSON.parse(text))))
  const client = createLakeClient({...lake, url: proxy.url}, dataset)
  // the days begin where the shop's do from the first request on, as with the plugin's option
  const store = createShopStore({client, cache: false, options: {timeZone: shop.timeZone}})
  try {
    await store.ready
    const asked = proxy.asked().length
    for (const [from, to] of rangesOf([...derived.keys()].toSorted())) {
      const inRange = [...derived].filter(([day]) => day >= from && day <= to)
      const {from: _from, to: _to, days, ...sums} = store.figuresBetween(from, to)
      expect(sums, `${from} to ${to}`).toEqual(
        toDaySums(sumChanges(...inRange.map(([, change]) => change))),
      )
      expect(days.map(({day}) => day)).toEqual(inRange.map(([day]) => day).toSorted())
    }
    const {bills, creditNotes} = store.getSnapshot()
    const isOld = ({day}: Paper) => day < store.liveFrom()
    expect([...bills.values(), ...creditNotes.values()].filter(isOld)).toEqual([])
    // by the time of the store's own digest anything that figures had asked for is here
    const others = () => proxy.asked().slice(asked)
    await expect.poll(() => others().some(isDigest), {timeout: 20_000}).toBe(true)
    expect(others().filter((query) => !isHousekeeping(query))).toEqual([])
    expect(papersRead.filter(isOld)).toEqual([])
    return {days: derived.size, bills: shop.bill.length, held: bills.size}
  } finally {
    store.destroy()
    await proxy.close()
  }
}

interface Paper {
  _id: string
  day: string
}

/** Bills and credit notes, however deep in an answer. */
function papersIn(answer: unknown): Paper[] {
  if (Array.isArray(answer)) return answer.flatMap(papersIn)
  if (!isRecord(answer)) return []
  const {_id, _type, day} = answer
  const isPaper = _type === 'bill' || _type === 'creditNote'
  if (isPaper && typeof _id === 'string' && typeof day === 'string') return [{_id, day}]
  return Object.values(answer).flatMap(papersIn)
}

const isDigest = (query: string) => query.includes('[0...$limit]{_id, _rev}')

/** What a store asks whatever is shown: its digest, the clock, and for the proof which numbers of a series exist. */
const isHousekeeping = (query: string) =>
  isDigest(query) || query === 'now()' || query.endsWith('.sequence')

/** All days, each month, and from the middle of each month to the end. */
function rangesOf(days: readonly string[]): [string, string][] {
  const [first, last] = [days.at(0), days.at(-1)]
  if (first === undefined || last === undefined) throw new Error('The shop has no days.')
  const months = [...new Set(days.map((day) => day.slice(0, 7)))]
  return [
    [first, last],
    ...months.map((month): [string, string] => [`${month}-01`, `${month}-31`]),
    ...months.map((month): [string, string] => [`${month}-15`, last]),
  ]
}
