import {describe, expect, it} from 'vitest'
import {createMemoryLake, noFaults} from '../../test/live/memoryLake.ts'
import {sample} from '../../test/live/sampleDocuments.ts'
import {createVirtualTime} from '../../test/live/virtualTime.ts'
import {createShopStoreOver} from './createShopStore.ts'
import {shareListener} from './sharedListener.ts'
import {shopTypes} from './workingSet.ts'

function openShop() {
  const time = createVirtualTime()
  const lake = createMemoryLake(time.scheduler)
  lake.commit([
    {id: 'p1', after: sample.product('P1')},
    {id: 'stockLevel.p1', after: sample.level('p1', 10)},
  ])
  const port = lake.portWith(noFaults(() => 0))
  const connection$ = shareListener(() => port.listen(shopTypes), {scheduler: time.scheduler})
  const store = createShopStoreOver({port, connection$, scheduler: time.scheduler})
  time.advance(100)
  const onHand = () => store.getSnapshot().stockLevels.get('stockLevel.p1')?.onHand
  return {time, lake, store, onHand, pending: () => [...store.getSnapshot().pending]}
}

const sell = (quantity: number, transactionId = 'mine') => ({
  transactionId,
  mutations: [
    {patch: {id: 'stockLevel.p1', dec: {onHand: quantity}}},
    {create: {_id: 'b9', _type: 'brand', name: 'Volta', isActive: true}},
  ],
})

describe('optimistic values', () => {
  it('show at once, marked pending, and the echo replaces them in one step', () => {
    const {lake, store, onHand, pending} = openShop()
    const end = store.optimistic.begin(sell(3))
    expect(onHand()).toBe(7)
    expect(pending()).toEqual(['stockLevel.p1', 'b9'])
    expect(store.getSnapshot().brands.get('b9')?.name).toBe('Volta')
    end('committed')
    const {version} = store.getSnapshot()
    lake.commit(
      [
        {id: 'stockLevel.p1', after: sample.level('p1', 7, 2)},
        {id: 'b9', after: sample.brand('Volta')},
      ],
      0,
      'mine',
    )
    expect(store.getSnapshot().version).toBe(version + 1)
    expect(onHand()).toBe(7)
    expect(pending()).toEqual([])
  })

  it('are operations: pending −3 while another till sets 20 shows 17', () => {
    const {lake, store, onHand} = openShop()
    const end = store.optimistic.begin(sell(3))
    lake.commit([{id: 'stockLevel.p1', after: sample.level('p1', 20, 2)}])
    expect(onHand()).toBe(17)
    end({rejected: new Error('conflict')})
    expect(onHand()).toBe(20)
  })

  it('a rejection rolls back its own documents only', () => {
    const {store, onHand, pending} = openShop()
    const first = store.optimistic.begin(sell(3, 'first'))
    store.optimistic.begin({
      transactionId: 'second',
      mutations: [{patch: {id: 'p1', set: {name: 'New'}}}],
    })
    first({rejected: new Error('out of stock')})
    expect(onHand()).toBe(10)
    expect(store.getSnapshot().brands.size).toBe(0)
    expect(store.getSnapshot().products.get('p1')?.name).toBe('New')
    expect(pending()).toEqual(['p1'])
  })

  it('an echo that never comes is read anew, never counted twice', () => {
    const {time, lake, store, onHand, pending} = openShop()
    const end = store.optimistic.begin(sell(3))
    const seen: (number | undefined)[] = []
    store.subscribe(() => seen.push(onHand()))
    lake.mute(() =>
      lake.commit(
        [
          {id: 'stockLevel.p1', after: sample.level('p1', 7, 2)},
          {id: 'b9', after: sample.brand('Volta')},
        ],
        0,
        'mine',
      ),
    )
    end('committed')
    time.advance(6_000)
    expect(pending()).toEqual([])
    expect(onHand()).toBe(7)
    expect(new Set(seen)).toEqual(new Set([7]))
  })

  it('a read that has what a sale creates has the sale: it counts once, however soon it is read', () => {
    const {time, lake, store, onHand, pending} = openShop()
    const end = store.optimistic.begin(sell(3))
    lake.mute(() => {
      const level = {id: 'stockLevel.p1', after: sample.level('p1', 7, 2)}
      lake.commit([level, {id: 'b9', after: sample.brand('Volta')}], 0, 'mine')
      lake.commit([{id: 'stockLevel.p1', after: sample.level('p1', 5, 3)}])
    })
    end('committed')
    const seen = new Set<number | undefined>()
    store.subscribe(() => seen.add(onHand()))
    lake.reset()
    time.advance(200)
    expect(onHand()).toBe(5)
    expect(pending()).toEqual([])
    expect(seen).toEqual(new Set([5]))
  })

  it('figures follow the optimistic value and come back', () => {
    const {store} = openShop()
    const end = store.optimistic.begin(sell(10))
    expect(store.getSnapshot().figures.outOfStock.map(({productId}) => productId)).toEqual(['p1'])
    end({rejected: new Error('no')})
    expect(store.getSnapshot().figures.outOfStock).toEqual([])
  })
})
