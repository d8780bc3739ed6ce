import './installDom.ts'
import {render, waitFor} from '@testing-library/react'
import {StrictMode, useEffect} from 'react'
import type {ReactNode} from 'react'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {
  SanityRealtimeProvider,
  useBrandStore,
  useDocument,
  useInventoryStore,
  useListeningQuery,
  useSanityAlerts,
  useSanityOperations,
  useSanityRealtime,
  useShopFigures,
} from '../../plugin/realtime/index.ts'
import type {ShopOperations} from '../../plugin/realtime/index.ts'
import type {ProxiedLake} from './proxiedLake.ts'
import {shows, startReactRig, textOf} from './reactRig.ts'
import {sample} from './sampleDocuments.ts'

let rig: ProxiedLake

beforeEach(async () => {
  rig = await startReactRig()
})
afterEach(() => rig.close())

function Shop({children}: {children: ReactNode}) {
  return (
    <StrictMode>
      <SanityRealtimeProvider actor={{id: 'u1', name: 'Asha'}} client={rig.client()} options={{}}>
        <Status />
        {children}
      </SanityRealtimeProvider>
    </StrictMode>
  )
}

function Status() {
  const {status, isConnected} = useSanityRealtime()
  return <p data-testid="status">{`${status} ${isConnected}`}</p>
}

const untilLive = () => shows('status', 'live true')

describe('hooks in StrictMode over one listener', () => {
  it('many hooks and providers open one stream; unmount leaves none', async () => {
    const Many = () => (
      <>
        {Array.from({length: 12}, (_, index) => (
          <SanityRealtimeProvider client={rig.client()} key={index} options={{}}>
            <Figures />
            <Count index={index} />
          </SanityRealtimeProvider>
        ))}
      </>
    )
    const Figures = () => <i>{useShopFigures(({billsToday}) => billsToday)}</i>
    const Count = ({index}: {index: number}) => {
      const {data} = useListeningQuery<number>('count(*[_type == "brand"])', {initialValue: 0})
      return <i data-testid={`count-${index}`}>{data}</i>
    }
    const {unmount} = render(
      <Shop>
        <Many />
      </Shop>,
    )
    await untilLive()
    await rig.lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    await shows('count-11', '1')
    expect(rig.proxy.listened()).toBe(1)
    expect(rig.proxy.listening()).toBe(1)
    unmount()
    await waitFor(() => expect(rig.proxy.listening()).toBe(0))
  })

  it('one changed product renders one row', async () => {
    const transaction = rig.lake.client().transaction()
    for (let index = 0; index < 20; index++) {
      transaction.create({_id: `p${index}`, ...sample.product(`P${index}`)})
    }
    await transaction.commit()
    const renders = new Map<string, number>()
    const Row = ({id}: {id: string}) => {
      const product = useDocument('product', id)
      renders.set(id, (renders.get(id) ?? 0) + 1)
      return <i data-testid={id}>{product?.name}</i>
    }
    const rows = Array.from({length: 20}, (_, index) => <Row id={`p${index}`} key={index} />)
    render(<Shop>{rows}</Shop>)
    await untilLive()
    await shows('p19', 'P19')
    const before = new Map(renders)
    await rig.lake.client().patch('p7').set({name: 'Lamp'}).commit()
    await shows('p7', 'Lamp')
    const again = [...renders].filter(([id, count]) => count !== before.get(id)).map(([id]) => id)
    expect(again).toEqual(['p7'])
  })

  it('an operation shows at once, comes back once, and an alert comes and goes', async () => {
    const held = new Set<ShopOperations>()
    const View = () => {
      const current = useSanityOperations()
      useEffect(() => void held.add(current), [current])
      const names = useBrandStore(({brands}) => [...brands.values()].map(({name}) => name).join())
      const onHand = useInventoryStore(({levelOf}) => levelOf('p1')?.onHand ?? 0)
      const {inventory} = useSanityAlerts()
      return (
        <>
          <i data-testid="brands">{names}</i>
          <i data-testid="on-hand">{onHand}</i>
          <i data-testid="out">{inventory.outOfStockCount}</i>
          <i data-testid="low">{inventory.lowStockCount}</i>
        </>
      )
    }
    await rig.lake.client().create({_id: 'p1', ...sample.product('P1')})
    render(
      <Shop>
        <View />
      </Shop>,
    )
    await untilLive()
    await shows('out', '1')
    const [operations] = held
    await operations?.brands.create({name: 'Volta', isActive: true})
    await shows('brands', 'Volta')
    const receive = {key: 'r1', lines: [{product: 'p1', quantity: 3, unitCost: 500}]}
    await operations?.stock.receive(receive)
    await waitFor(() =>
      expect([textOf('on-hand'), textOf('out'), textOf('low')]).toEqual(['3', '0', '1']),
    )
    await operations?.stock.receive({...receive, key: 'r2', lines: [{product: 'p1', quantity: 30}]})
    await waitFor(() => expect([textOf('on-hand'), textOf('low')]).toEqual(['33', '0']))
  })
})

describe('useListeningQuery', () => {
  it('refetches only for what may match, keeps data and follows its parameters', async () => {
    const View = ({name}: {name: string}) => {
      const {data, loading} = useListeningQuery<string[]>(
        '*[_type == "brand" && name == $name] | order(_id)._id',
        {params: {name}, initialValue: []},
      )
      return <i data-testid="ids">{`${data?.join()} ${loading}`}</i>
    }
    const {rerender} = render(
      <Shop>
        <View name="Volta" />
      </Shop>,
    )
    await untilLive()
    await rig.lake.client().create({_id: 'b1', ...sample.brand('Volta')})
    await shows('ids', 'b1 false')
    const asked = rig.proxy.queried('name == $name')
    await rig.lake.client().create({_id: 'p1', ...sample.product('P1')})
    await rig.lake.client().create({_id: 'b2', ...sample.brand('Lumen')})
    await rig.lake.client().create({_id: 'b3', ...sample.brand('Volta')})
    await shows('ids', 'b1,b3 false')
    expect(rig.proxy.queried('name == $name')).toBe(asked + 1)
    rerender(
      <Shop>
        <View name="Lumen" />
      </Shop>,
    )
    await shows('ids', 'b2 false')
  })

  it('follows types outside the shop through one more stream, and recovers from a cut', async () => {
    const View = ({title}: {title: string}) => {
      const {data} = useListeningQuery<number>('count(*[_type == "note" && title == $title])', {
        params: {title},
      })
      return <i data-testid={title}>{data ?? 'none'}</i>
    }
    render(
      <Shop>
        <View title="a" />
        <View title="b" />
      </Shop>,
    )
    await untilLive()
    await shows('b', '0')
    await rig.lake.client().create({_type: 'note', title: 'b'})
    await shows('b', '1')
    expect(rig.proxy.listened()).toBe(2)
    rig.proxy.cut()
    await rig.lake.client().create({_type: 'note', title: 'a'})
    await shows('a', '1')
  })

  it('tells a refused query in words and keeps going when it is mended', async () => {
    const View = ({query}: {query: string}) => {
      const {data, error} = useListeningQuery<number>(query)
      return <i data-testid="answer">{error === null ? String(data) : error.message}</i>
    }
    const {rerender} = render(
      <Shop>
        <View query='count(*[_type == "brand"' />
      </Shop>,
    )
    await waitFor(() => expect(textOf('answer')).toContain('refused'))
    rerender(
      <Shop>
        <View query='count(*[_type == "brand"])' />
      </Shop>,
    )
    await shows('answer', '0')
  })
})
