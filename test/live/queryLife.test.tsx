import './installDom.ts'
import type {SanityClient} from '@sanity/client'
import {render, waitFor} from '@testing-library/react'
import {StrictMode} from 'react'
import type {ReactNode} from 'react'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {
  SanityRealtimeProvider,
  useListeningQuery,
  useSanityRealtime,
} from '../../plugin/realtime/index.ts'
import type {ProxiedLake} from './proxiedLake.ts'
import {shows, startReactRig, textOf} from './reactRig.ts'
import {sample} from './sampleDocuments.ts'

let rig: ProxiedLake
let client: SanityClient

beforeEach(async () => {
  rig = await startReactRig()
  client = rig.client()
})
afterEach(() => rig.close())

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

const Status = () => <p data-testid="status">{useSanityRealtime().status}</p>

const NAMED = '*[_type == "brand" && name == $name]._id'
const asked = () => rig.proxy.queried('name == $name')

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
  await rig.lake.client().create({_id: id, ...sample.brand(name)})
  await waitFor(() => expect(textOf('brands')).toBe(String(brands)))
}

/** At once: what is let go only with the kept answer comes too late. */
const untilAborted = (count: number) =>
  waitFor(() => expect(rig.proxy.abortedQueries()).toBe(count), {timeout: 1_000})

const untilLive = () => shows('status', 'live')

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
  await shows('ids', '')
  return rendered
}

describe('a query that nobody waits for any more', () => {
  it('is aborted when its parameters change: of a word typed letter by letter only the last is answered', async () => {
    const {rerender} = render(<Shop />)
    await untilLive()
    await rig.lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    const before = asked()
    rig.proxy.holdQueries(true)
    const words = ['V', 'Vo', 'Vol', 'Volt', 'Volta']
    for (const [index, word] of words.entries()) {
      rerender(named(word))
      await waitFor(() => expect(asked() - before).toBe(index + 1))
      await untilAborted(index)
    }
    rig.proxy.holdQueries(false)
    await shows('ids', 'b1')
    expect(asked() - before).toBe(words.length)
  })

  it('is aborted at unmount; a remount shows the last answer at once and asks anew', async () => {
    const {rerender} = await renderAnswered()
    rig.proxy.holdQueries(true)
    await rig.lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    await waitFor(() => expect(asked()).toBe(2))
    rerender(<Shop />)
    await untilAborted(1)
    rerender(named('Volta'))
    await shows('ids', '')
    await waitFor(() => expect(asked()).toBe(3))
    rig.proxy.holdQueries(false)
    await shows('ids', 'b1')
  })

  it('asks nothing more after the unmount, whatever changes, and once when it is mounted again', async () => {
    const {rerender} = await renderAnswered()
    rerender(<Shop />)
    await untilHeard('b1', 'Volta', 1)
    await untilHeard('b2', 'Volta', 2)
    expect(asked()).toBe(1)
    rerender(named('Volta'))
    await shows('ids', 'b1,b2')
    expect(asked()).toBe(2)
  })

  it('is asked once in StrictMode, which mounts twice', async () => {
    const {rerender} = render(<Shop />)
    await untilLive()
    const before = asked()
    rerender(named('Volta'))
    await shows('ids', '')
    await untilHeard('b1', 'Lumen', 1)
    expect(asked() - before).toBe(1)
    expect(rig.proxy.abortedQueries()).toBe(0)
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
  rig.proxy.setFaults({random: () => 0, drop: 1, duplicate: 0, delay: 0})
  const before = rig.proxy.relayed()
  await write()
  await waitFor(() => expect(rig.proxy.relayed()).toBe(before + events))
  rig.proxy.setFaults(undefined)
}
const create = (number: number) =>
  rig.lake
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
    await rig.lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    await untilHearing()
    await unheard(2, () => create(2))
    await unheard(1, () => rig.lake.client().patch('b1').set({name: 'Lumen'}).commit())
    // its revision follows on one that was never heard of
    await rig.lake.client().patch('b1').set({name: 'Volta & Lumen'}).commit()
    await untilCounts(2)
  })

  it('is asked anew when someone comes back to the page, also for what the store does not hold', async () => {
    await untilHearing()
    await unheard(1, () => rig.lake.client().create({_id: 'n2', _type: 'note'}))
    window.dispatchEvent(new Event('focus'))
    await shows('note', '2')
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
    await shows('ids', 'b1')
    const before = renders.length
    rig.proxy.refuseRequests((path) => (path.includes('/data/query/') ? 503 : undefined))
    await rig.lake.client().create({_id: 'b2', ...sample.brand('Volta')})
    await waitFor(() => expect(textOf('error')).toMatch(/^unreachable: The lake cannot be reached/))
    expect([textOf('ids'), textOf('loading')]).toEqual(['b1', 'false'])
    rig.proxy.refuseRequests(() => undefined)
    await shows('ids', 'b1,b2')
    expect([textOf('error'), textOf('loading')]).toEqual(['none', 'false'])
    // the error and the answer, each rendered twice by StrictMode: nobody else made it render
    expect(renders.slice(before)).toEqual(['b1', 'b1', 'b1,b2', 'b1,b2'])
    expect(rig.proxy.listened()).toBe(1)
  })

  it('the first time tells the error without data, and recovers from that by itself too', async () => {
    const View = () => {
      const {data, error, loading} = useListeningQuery<string[]>(NAMED, {params: {name: 'Volta'}})
      return <i data-testid="all">{`${data?.length ?? 'none'} ${error?.code} ${loading}`}</i>
    }
    const {rerender} = render(<Shop />)
    // no welcome is to come that would ask again
    await untilLive()
    rig.proxy.refuseRequests((path) => (path.includes('/data/query/') ? 500 : undefined))
    rerender(
      <Shop>
        <View />
      </Shop>,
    )
    await shows('all', 'none unreachable false')
    rig.proxy.refuseRequests(() => undefined)
    await shows('all', '0 undefined false')
  })
})
