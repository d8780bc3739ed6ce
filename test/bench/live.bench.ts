import {performance} from 'node:perf_hooks'
import {dequal} from 'dequal'
import {NEVER, of} from 'rxjs'
import {buildFigures} from '../../plugin/domain/figures.ts'
import {createShopStoreOver} from '../../plugin/live/createShopStore.ts'
import type {LivePort} from '../../plugin/live/port.ts'
import {sample} from '../live/sampleDocuments.ts'
import type {MutationEvent, RawDocument, WireEvent} from '../../plugin/live/wire.ts'
import {Subject} from 'rxjs'
import {typesOfPart} from '../../plugin/live/workingSet.ts'

/**
 * Cost of ONE changed document with everything derived up to date: the live store against fetching the list again,
 * comparing and deriving. One process, medians; the ratio is what counts.
 */
const sizes = [1_000, 10_000, 100_000]

for (const size of sizes) {
  const documents = makeDocuments(size)
  const live = median(measureLive(documents))
  const refetch = median(measureRefetch(documents))
  const ratio = Math.round(refetch / live).toLocaleString('en')
  console.log(
    `${size.toLocaleString('en').padStart(8)} documents: live ${(live * 1000).toFixed(1)} µs, ` +
      `refetch and derive ${refetch.toFixed(1)} ms, ratio 1 : ${ratio}`,
  )
}

function makeDocuments(count: number): RawDocument[] {
  const documents: RawDocument[] = []
  for (let index = 0; index < count / 2; index++) {
    const stamp = {
      _rev: 'r0',
      _createdAt: '2026-03-01T00:00:00Z',
      _updatedAt: '2026-03-01T00:00:00Z',
    }
    const id = `product-${index}`
    documents.push({...sample.product(`P${index}`), ...stamp, _id: id})
    documents.push({...sample.level(id, index % 50), ...stamp, _id: `stockLevel.${id}`})
  }
  return documents
}

/** ms per event, snapshot read after each as React does. */
function measureLive(documents: readonly RawDocument[]): number[] {
  const events = new Subject<WireEvent>()
  const port: LivePort = {
    listen: () => NEVER,
    listenToOthers: () => NEVER,
    fetchPage: ({part, after}) =>
      of(
        after === ''
          ? documents.filter((document) => typesOfPart(part).includes(document._type))
          : [],
      ),
    fetchRevisions: () => of([]),
    fetchClock: () => of(0),
    fetchChanges: () =>
      of({at: undefined, documents: [], count: documents.length, revisions: undefined}),
    fetchSequences: () => of([]),
    mayRead: () => of(true),
    getDocuments: () => of(new Map()),
  }
  const store = createShopStoreOver({port, connection$: events})
  events.next({type: 'welcome'})
  let check = store.getSnapshot().figures.lowStock.length
  const times: number[] = []
  const levels = documents.filter(({_type}) => _type === 'stockLevel')
  for (let round = 0; round < 3_000; round++) {
    const level = levels[(round * 7919) % levels.length]
    const before = store.getSnapshot().stockLevels.get(level?._id ?? '')
    if (before === undefined) throw new Error('The level is missing.')
    const event = levelEvent({...before}, round)
    const start = performance.now()
    events.next(event)
    check += store.getSnapshot().figures.stockValue
    times.push(performance.now() - start)
  }
  store.destroy()
  if (check === 0) throw new Error('Nothing was counted.')
  return times
}

function levelEvent(before: RawDocument & {onHand: number}, round: number): MutationEvent {
  const transactionId = `t${round}`
  const onHand = (before.onHand + 1) % 50
  return {
    type: 'mutation',
    documentId: before._id,
    transactionId,
    transition: 'update',
    previousRev: before._rev,
    resultRev: transactionId,
    result: {...before, onHand, value: onHand * 700, _rev: transactionId},
    totalEvents: 1,
    timestamp: undefined,
  }
}

/** ms per change: parse the whole answer, compare with the last one, index it and derive all figures. */
function measureRefetch(documents: readonly RawDocument[]): number[] {
  const answer = JSON.stringify(documents)
  const times: number[] = []
  const last: unknown = JSON.parse(answer)
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    const next: unknown = JSON.parse(answer)
    dequal(last, next)
    derive(documents)
    times.push(performance.now() - start)
  }
  return times
}

function derive(documents: readonly RawDocument[]) {
  const store = indexOf(documents)
  return buildFigures(store, '2026-03-10', () => true, {from: '2026-02-25', to: '2026-03-10'})
}

function indexOf(documents: readonly RawDocument[]) {
  const none = new Map<string, never>()
  const products = new Map(
    documents.flatMap((document) =>
      isProduct(document) ? [[document._id, document] as const] : [],
    ),
  )
  const stockLevels = new Map(
    documents.flatMap((document) => (isLevel(document) ? [[document._id, document] as const] : [])),
  )
  return {
    products,
    stockLevels,
    bills: none,
    billBalances: none,
    creditNotes: none,
    payments: none,
    stockTransactions: none,
    settings: {timeZone: 'UTC'},
    daySummaries: none,
    malformed: [],
  }
}

type Product =
  Parameters<typeof buildFigures>[0]['products'] extends ReadonlyMap<string, infer P> ? P : never
type Level =
  Parameters<typeof buildFigures>[0]['stockLevels'] extends ReadonlyMap<string, infer L> ? L : never
function isProduct(document: RawDocument): document is RawDocument & Product {
  return document._type === 'product'
}
function isLevel(document: RawDocument): document is RawDocument & Level {
  return document._type === 'stockLevel'
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
