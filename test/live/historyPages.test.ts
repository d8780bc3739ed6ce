import {Subject} from 'rxjs'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {billBalancesQuery, olderBillsQuery} from '../../plugin/domain/queries.ts'
import {createShopStore} from '../../plugin/live/createShopStore.ts'
import type {LiveShopStore} from '../../plugin/live/liveShopStore.ts'
import {listOfOlderBills} from '../../plugin/live/history/lists.ts'
import {observeKeysetPages} from '../../plugin/live/history/observeKeysetPages.ts'
import type {KeysetPages} from '../../plugin/live/history/observeKeysetPages.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {createRandom, newSeed, randomInteger} from '../operations/random.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {sized} from '../rig/size.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {sample} from './sampleDocuments.ts'
import type {Content} from './sampleDocuments.ts'
import {untilSnapshot} from './untilSnapshot.ts'

let lake: TestLake
let proxy: ListenProxy
let store: LiveShopStore
let list: OpenList

const proxied = () => createLakeClient({url: proxy.url, token: lake.token}, 'production')

// a list is opened beside a store, whose listener stands already
beforeEach(async () => {
  lake = await startTestLake()
  proxy = await startListenProxy(lake.url)
  store = createShopStore({client: proxied()})
  await store.ready
})
afterEach(async () => {
  list.close()
  store.destroy()
  await proxy.close()
  await lake.close()
})

interface OpenList {
  pages: () => KeysetPages
  /** Every list of ids that was ever shown. */
  seen: readonly (readonly string[])[]
  more: () => void
  close: () => void
}

/** Bills of days before 2030, in pages of so many. */
function openList(pageSize: number): OpenList {
  const more$ = new Subject<void>()
  const query = listOfOlderBills({before: '2030-01-01', customer: null})
  let pages: KeysetPages | undefined
  const seen: string[][] = []
  const subscription = observeKeysetPages(proxied(), query, {pageSize, more$}).subscribe((next) => {
    pages = next
    seen.push(next.documents.map(({_id}) => _id))
  })
  return {
    pages: () =>
      pages ?? {documents: [], companions: [], loading: true, error: undefined, hasMore: false},
    seen,
    more: () => more$.next(),
    close: () => subscription.unsubscribe(),
  }
}

const billOf = (number: number, minute = number) => ({
  ...sample.bill(`B-${number}`, 100, '2020-01-01'),
  issuedAt: new Date(Date.UTC(2020, 0, 1, 0, minute)).toISOString(),
})
const idOf = (number: number) => `bill.${String(number).padStart(4, '0')}`

/** Bills 1 to `count`, the higher the newer, with their balances. */
async function fill(count: number, minuteOf: (number: number) => number = (number) => number) {
  const transaction = lake.client().transaction()
  for (let number = 1; number <= count; number++) {
    const _id = idOf(number)
    transaction.create({_id, ...billOf(number, minuteOf(number))})
    transaction.create({
      _id: `billBalance.${_id.slice('bill.'.length)}`,
      ...sample.balance(_id, 100, 0, '2020-01-01'),
    })
  }
  await transaction.commit()
  // a list that is opened from now on sees no event of these
  await untilSnapshot(store, ({billBalances}) => billBalances.size === count)
}

const shows = (ids: readonly string[]) =>
  expect.poll(() => list.pages().documents.map(({_id}) => _id), {timeout: 10_000}).toEqual(ids)
const showsBalances = (count: number) =>
  expect.poll(() => list.pages().companions.length, {timeout: 10_000}).toBe(count)

/** Opens a list of `count` pages of three with all of their balances. */
async function openPages(count: number) {
  list = openList(3)
  for (let open = 1; open <= count; open++) {
    if (open > 1) list.more()
    await expect.poll(() => list.pages().documents.length, {timeout: 10_000}).toBe(3 * open)
    await showsBalances(3 * open)
  }
}

/** How often bills and balances were asked for by what happens meanwhile, once `isDone`. */
async function asks(happen: () => unknown, isDone: () => boolean) {
  const before = proxy.asked().length
  await happen()
  await expect.poll(isDone, {timeout: 10_000}).toBe(true)
  // whatever else the same event asks for has been sent by the time that a later one is shown
  await lake
    .client()
    .patch(idOf(1))
    .set({notes: `mark ${before}`})
    .commit()
  await expect.poll(() => markOf(idOf(1)), {timeout: 10_000}).toBe(`mark ${before}`)
  const asked = proxy.asked().slice(before)
  return {
    bills: asked.filter((query) => query === olderBillsQuery).length - 1,
    balances: asked.filter((query) => query === billBalancesQuery).length,
  }
}
const markOf = (id: string) => list.pages().documents.find(({_id}) => _id === id)?.['notes']

const ids = (...numbers: number[]) => numbers.map(idOf)

describe('a list beyond the live working set', () => {
  it('asks for one page when one is opened, and for its companions alone', async () => {
    await fill(9)
    await openPages(2)
    const more = await asks(
      () => list.more(),
      () => list.pages().companions.length === 9,
    )
    expect(more).toEqual({bills: 1, balances: 1})
    expect(list.pages()).toMatchObject({loading: false, error: undefined})
  })

  it('asks for the page again that a change is on, and for no other', async () => {
    await fill(9)
    await openPages(3)
    const change = (number: number) =>
      asks(
        () => lake.client().patch(idOf(number)).set({reference: 'changed'}).commit(),
        () => list.pages().documents.some(({reference}) => reference === 'changed'),
      )
    expect(await change(8)).toEqual({bills: 1, balances: 0})
    const paid = await asks(
      () => lake.client().patch('billBalance.0005').set({balance: 0}).commit(),
      () => list.pages().companions.some(({balance}) => balance === 0),
    )
    expect(paid).toEqual({bills: 0, balances: 1})
    const added = await asks(
      () => lake.client().create({_id: idOf(10), ...billOf(10)}),
      () => list.pages().documents.length === 10,
    )
    expect(added).toEqual({bills: 1, balances: 1})
    expect(list.pages().documents.map(({_id}) => _id)).toEqual(ids(10, 9, 8, 7, 6, 5, 4, 3, 2, 1))
  })

  it('loses and doubles no document at the edges of pages where many have one key', async () => {
    await fill(14, (number) => (number > 12 ? 2 : 1))
    list = openList(3)
    for (let page = 1; page <= 5; page++) {
      await expect
        .poll(() => list.pages().documents.length, {timeout: 10_000})
        .toBe(Math.min(14, 3 * page))
      list.more()
    }
    await shows(ids(14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1))
    expect(list.pages().hasMore).toBe(false)
  })

  it('holds all of what comes between, also more than pages are long', async () => {
    await fill(9)
    await openPages(2)
    const transaction = lake.client().transaction()
    for (let number = 10; number < 40; number++) {
      transaction.create({_id: idOf(number), ...billOf(number, 8)})
    }
    await transaction.commit()
    const between = Array.from({length: 30}, (_, index) => 39 - index)
    await shows(ids(9, ...between, 8, 7, 6, 5, 4))
    expect(list.pages().hasMore).toBe(true)
  })

  it('forgets a document that is no bill any more, and shows a malformed one', async () => {
    await fill(4)
    await openPages(1)
    list.more()
    await shows(ids(4, 3, 2, 1))
    await become(idOf(3), sample.product('no bill'))
    await lake.client().patch(idOf(2)).set({totals: 'many'}).commit()
    await shows(ids(4, 2, 1))
    await expect.poll(() => list.pages().documents[1]?.['totals']).toBe('many')
  })

  it('does not show what an answer still holds that was deleted while it was on its way', async () => {
    await fill(3)
    await openPages(1)
    const bills = () => proxy.asked().filter((query) => query === olderBillsQuery).length
    const before = bills()
    proxy.holdQueries(true)
    await lake.client().create({_id: idOf(10), ...billOf(10)})
    await expect.poll(bills, {timeout: 10_000}).toBe(before + 1)
    await lake.client().delete(idOf(10))
    await lake.client().create({_id: 'b1', ...sample.brand('after the deletion')})
    await untilSnapshot(store, ({brands}) => brands.has('b1'))
    proxy.holdQueries(false)
    await expect.poll(bills, {timeout: 10_000}).toBe(before + 2)
    await shows(ids(3, 2, 1))
    expect(list.seen.flat()).not.toContain(idOf(10))
  })

  it('asks again when the store finds that events were lost', async () => {
    await fill(3)
    await openPages(1)
    const client = lake.client()
    await client.create({_id: 'b1', ...sample.brand('Volta')})
    await untilSnapshot(store, ({brands}) => brands.has('b1'))
    proxy.setFaults({random: () => 0, drop: 1, duplicate: 0, delay: 0})
    await client
      .transaction()
      .patch('b1', (patch) => patch.set({name: 'lost'}))
      .delete(idOf(2))
      .commit()
    await client.patch('b1').set({name: 'lost too'}).commit()
    await expect.poll(proxy.dropped, {timeout: 10_000}).toBe(3)
    proxy.setFaults(undefined)
    await client.patch('b1').set({name: 'found'}).commit()
    await shows(ids(3, 1))
  })

  it('is the lake’s own list after every burst of random changes', async () => {
    const seed = newSeed()
    console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
    const random = createRandom(seed)
    const some = () => randomInteger(random, 1, 60)
    await fill(30, (number) => Math.ceil(number / 2))
    list = openList(4)
    await expect.poll(() => list.pages().documents.length, {timeout: 10_000}).toBe(4)
    for (let burst = 0; burst < sized(10, 150); burst++) {
      for (let index = randomInteger(random, 1, 8); index > 0; index--) {
        if (random() < 0.15) list.more()
        await changeOne(random, idOf(some()), some())
      }
      if (random() < 0.2) proxy.cut()
      await settled(`seed ${seed}, burst ${burst}`)
    }
    for (const shown of list.seen) expect(new Set(shown).size).toBe(shown.length)
  })
})

/** A type cannot be changed: the id is given away. */
async function become(_id: string, content: Content): Promise<void> {
  const client = lake.client()
  await client.delete(_id)
  await client.create({_id, ...content})
}

async function changeOne(random: () => number, _id: string, number: number): Promise<void> {
  const dice = random()
  // of another minute, a few to each
  const bill = billOf(number, Math.ceil(number / 4))
  if (dice < 0.2) await lake.client().delete(_id)
  else if (dice < 0.25) await become(_id, sample.product('no bill'))
  else if (dice < 0.5 || (await isProduct(_id))) await become(_id, bill)
  else await lake.client().createOrReplace({_id, ...bill})
}

const isProduct = async (_id: string) => (await lake.client().getDocument(_id))?._type === 'product'

/** Waits until what is shown is the beginning of the lake's list, and all of it when there is no more. */
async function settled(message: string): Promise<void> {
  const all = await lake
    .client()
    .fetch<string[]>('*[_type == "bill"] | order(issuedAt desc, _id desc){"at": _id + _rev}.at')
  const difference = () => {
    const {documents, hasMore, loading} = list.pages()
    const shown = documents.map(({_id, _rev}) => _id + _rev)
    const isAll = shown.length === all.length
    return {shown, isWhole: !loading && (isAll || (hasMore && shown.length >= 4))}
  }
  await expect
    .poll(difference, {timeout: 15_000, message})
    .toSatisfy(({shown, isWhole}: ReturnType<typeof difference>) => {
      return isWhole && shown.every((one, index) => one === all[index])
    })
}
