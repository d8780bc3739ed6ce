import './installDom.ts'
import {cleanup, configure, render, screen, waitFor} from '@testing-library/react'
import {StrictMode} from 'react'
import type {ReactNode} from 'react'
import {afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {
  SanityRealtimeProvider,
  useListeningQuery,
  useSanityRealtime,
} from '../../plugin/realtime/index.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {sample} from './sampleDocuments.ts'

// what changes comes from outside React, so nothing is wrapped in act()
configure({asyncUtilTimeout: 15_000, reactStrictMode: false})
beforeAll(() => {
  Object.assign(globalThis, {IS_REACT_ACT_ENVIRONMENT: false})
})

let lake: TestLake
let proxy: ListenProxy

beforeEach(async () => {
  lake = await startTestLake()
  proxy = await startListenProxy(lake.url)
})

afterEach(async () => {
  cleanup()
  await proxy.close()
  await lake.close()
})

function Shop({children}: {children?: ReactNode}) {
  return (
    <StrictMode>
      <SanityRealtimeProvider client={client} options={{}}>
        <Status />
        <Witness />
        {children}
      </SanityRealtimeProvider>
    </StrictMode>
  )
}

let client: ReturnType<typeof createLakeClient>
beforeEach(() => {
  client = createLakeClient({url: proxy.url, token: lake.token}, 'production')
})

const Status = () => <p data-testid="status">{useSanityRealtime().status}</p>

const NAMED = '*[_type == "brand" && name == $name]._id'
const asked = () => proxy.queried('name == $name')

function Named({name}: {name: string}) {
  const {data} = useListeningQuery<string[]>(NAMED, {params: {name}})
  return <i data-testid="ids">{data?.join() ?? 'none'}</i>
}

/** Hears what every query hears. */
function Witness() {
  const {data} = useListeningQuery<number>('count(*[_type == "brand"])')
  return <i data-testid="brands">{data ?? 'none'}</i>
}

/** Has an event told that concerns every query on brands, and an answer to it given. */
async function untilHeard(id: string, name: string, brands: number) {
  await lake.client().create({_id: id, ...sample.brand(name)})
  await waitFor(() => expect(textOf('brands')).toBe(String(brands)))
}

/** At once: what is let go only with the kept answer comes too late. */
const untilAborted = (count: number) =>
  waitFor(() => expect(proxy.abortedQueries()).toBe(count), {timeout: 1_000})

const untilLive = () => waitFor(() => expect(screen.getByTestId('status').textContent).toBe('live'))
const textOf = (id: string) => screen.getByTestId(id).textContent

const named = (name: string) => (
  <Shop>
    <Named name={name} />
  </Shop>
)

/** The link stands before the query is mounted: it is asked once. */
async function renderAnswered() {
  const rendered = render(<Shop />)
  await untilLive()
  rendered.rerender(named('Volta'))
  await waitFor(() => expect(textOf('ids')).toBe(''))
  return rendered
}

describe('a query that nobody waits for any more', () => {
  it('is aborted when its parameters change: of a word typed letter by letter only the last is answered', async () => {
    const {rerender} = render(<Shop />)
    await untilLive()
    await lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    const before = asked()
    proxy.holdQueries(true)
    const words = ['V', 'Vo', 'Vol', 'Volt', 'Volta']
    for (const [index, word] of words.entries()) {
      rerender(named(word))
      await waitFor(() => expect(asked() - before).toBe(index + 1))
      await untilAborted(index)
    }
    proxy.holdQueries(false)
    await waitFor(() => expect(textOf('ids')).toBe('b1'))
    expect(asked() - before).toBe(words.length)
  })

  it('is aborted at unmount; a remount shows the last answer at once and asks anew', async () => {
    const {rerender} = await renderAnswered()
    proxy.holdQueries(true)
    await lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    await waitFor(() => expect(asked()).toBe(2))
    rerender(<Shop />)
    await untilAborted(1)
    rerender(named('Volta'))
    await waitFor(() => expect(textOf('ids')).toBe(''))
    await waitFor(() => expect(asked()).toBe(3))
    proxy.holdQueries(false)
    await waitFor(() => expect(textOf('ids')).toBe('b1'))
  })

  it('asks nothing more after the unmount, whatever changes, and once when it is mounted again', async () => {
    const {rerender} = await renderAnswered()
    rerender(<Shop />)
    await untilHeard('b1', 'Volta', 1)
    await untilHeard('b2', 'Volta', 2)
    expect(asked()).toBe(1)
    rerender(named('Volta'))
    await waitFor(() => expect(textOf('ids')).toBe('b1,b2'))
    expect(asked()).toBe(2)
  })

  it('is asked once in StrictMode, which mounts twice', async () => {
    const {rerender} = render(<Shop />)
    await untilLive()
    const before = asked()
    rerender(named('Volta'))
    await waitFor(() => expect(textOf('ids')).toBe(''))
    await untilHeard('b1', 'Lumen', 1)
    expect(asked() - before).toBe(1)
    expect(proxy.abortedQueries()).toBe(0)
  })
})

function Count({type}: {type: string}) {
  const {data} = useListeningQuery<number>('count(*[_type == $type])', {params: {type}})
  return <i data-testid={type}>{data ?? 'none'}</i>
}

const counts = (
  <Shop>
    <Count type="product" />
    <Count type="note" />
  </Shop>
)
const untilCounts = (count: number) =>
  waitFor(() => expect([textOf('product'), textOf('note')]).toEqual([`${count}`, `${count}`]))

/** Commits whose events never come. */
async function unheard(events: number, write: () => Promise<unknown>) {
  proxy.setFaults({random: () => 0, drop: 1, duplicate: 0, delay: 0})
  const before = proxy.relayed()
  await write()
  await waitFor(() => expect(proxy.relayed()).toBe(before + events))
  proxy.setFaults(undefined)
}
const create = (number: number) =>
  lake
    .client()
    .transaction()
    .create({_id: `p${number}`, ...sample.product(`P${number}`)})
    .create({_id: `n${number}`, _type: 'note'})
    .commit()

/** Both links stand, and nothing more is asked on their account. */
async function untilHearing() {
  render(counts)
  await untilLive()
  await untilCounts(0)
  await create(1)
  await untilCounts(1)
}

describe('a query whose events were lost', () => {
  it('is asked anew when the store finds a gap, be it in documents of another type', async () => {
    await lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    await untilHearing()
    await unheard(2, () => create(2))
    await unheard(1, () => lake.client().patch('b1').set({name: 'Lumen'}).commit())
    // its revision follows on one that was never heard of
    await lake.client().patch('b1').set({name: 'Volta & Lumen'}).commit()
    await untilCounts(2)
  })

  it('is asked anew when someone comes back to the page, also for what the store does not hold', async () => {
    await untilHearing()
    await unheard(1, () => lake.client().create({_id: 'n2', _type: 'note'}))
    window.dispatchEvent(new Event('focus'))
    await waitFor(() => expect(textOf('note')).toBe('2'))
  })
})

describe('a query whose fetch fails', () => {
  it('tells the error, keeps its data and answers by itself when the lake does: same view, same subscription', async () => {
    const renders: string[] = []
    const View = () => {
      const {data, error, loading} = useListeningQuery<string[]>(NAMED, {params: {name: 'Volta'}})
      renders.push(data?.join() ?? 'none')
      return (
        <>
          <i data-testid="ids">{data?.join() ?? 'none'}</i>
          <i data-testid="error">{error === null ? 'none' : `${error.code}: ${error.message}`}</i>
          <i data-testid="loading">{String(loading)}</i>
        </>
      )
    }
    render(
      <Shop>
        <View />
      </Shop>,
    )
    await untilLive()
    await untilHeard('b1', 'Volta', 1)
    await waitFor(() => expect(textOf('ids')).toBe('b1'))
    const before = renders.length
    proxy.refuseRequests((path) => (path.includes('/data/query/') ? 503 : undefined))
    await lake.client().create({_id: 'b2', ...sample.brand('Volta')})
    await waitFor(() => expect(textOf('error')).toMatch(/^unreachable: The lake cannot be reached/))
    expect([textOf('ids'), textOf('loading')]).toEqual(['b1', 'false'])
    proxy.refuseRequests(() => undefined)
    await waitFor(() => expect(textOf('ids')).toBe('b1,b2'))
    expect([textOf('error'), textOf('loading')]).toEqual(['none', 'false'])
    // the error and the answer, each rendered twice by StrictMode: nobody else made it render
    expect(renders.slice(before)).toEqual(['b1', 'b1', 'b1,b2', 'b1,b2'])
    expect(proxy.listened()).toBe(1)
  })

  it('the first time tells the error without data, and recovers from that by itself too', async () => {
    const View = () => {
      const {data, error, loading} = useListeningQuery<string[]>(NAMED, {params: {name: 'Volta'}})
      return <i data-testid="all">{`${data?.length ?? 'none'} ${error?.code} ${loading}`}</i>
    }
    const {rerender} = render(<Shop />)
    // no welcome is to come that would ask again
    await untilLive()
    proxy.refuseRequests((path) => (path.includes('/data/query/') ? 500 : undefined))
    rerender(
      <Shop>
        <View />
      </Shop>,
    )
    await waitFor(() => expect(textOf('all')).toBe('none unreachable false'))
    proxy.refuseRequests(() => undefined)
    await waitFor(() => expect(textOf('all')).toBe('0 undefined false'))
  })
})
