import './installDom.ts'
import {render} from '@testing-library/react'
import {StrictMode} from 'react'
import type {ReactNode} from 'react'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {
  SanityRealtimeProvider,
  useBrandStore,
  useCategoryStore,
  useDataStore,
  useInventoryStore,
  useLiveStatus,
} from '../../plugin/realtime/index.ts'
import type {
  BrandStore,
  CategoryStore,
  DataStore,
  InventoryStore,
} from '../../plugin/realtime/index.ts'
import type {ProxiedLake} from './proxiedLake.ts'
import {shows, startReactRig} from './reactRig.ts'
import {sample} from './sampleDocuments.ts'

let rig: ProxiedLake

const ref = (id: string) => ({_type: 'reference', _ref: id})

beforeEach(async () => {
  rig = await startReactRig()
  await rig.lake
    .client()
    .transaction()
    .create({_id: 'b1', ...sample.brand('Volta')})
    .create({_id: 'c1', _type: 'category', name: 'Light', isActive: true})
    .create({_id: 'c2', _type: 'category', name: 'Bulbs', isActive: true, parent: ref('c1')})
    .create({_id: 'p1', ...sample.product('Lamp', {brand: ref('b1'), category: ref('c2')})})
    .create({_id: 'p2', ...sample.product('Fan', {brand: ref('b1')})})
    .create({_id: 'stockLevel.p1', ...sample.level('p1', 4)})
    .commit()
})
afterEach(() => rig.close())

function show(children: ReactNode) {
  const actor = {id: 'u1', name: 'Asha'}
  render(
    <StrictMode>
      <SanityRealtimeProvider actor={actor} client={rig.lake.client()}>
        {children}
      </SanityRealtimeProvider>
    </StrictMode>,
  )
}

const names = (items: Iterable<{name: string}>) => Array.from(items, ({name}) => name).join()

interface Held {
  data?: DataStore
  brands?: BrandStore
  categories?: CategoryStore
  inventory?: InventoryStore
}

describe('the four stores, outside the Studio', () => {
  it('give Maps by id, lookups by relation and figures', async () => {
    const View = () => {
      const data = useDataStore()
      const brands = useBrandStore()
      const categories = useCategoryStore()
      const inventory = useInventoryStore()
      const shown = {
        data: `${data.products.get('p1')?.name} ${names(data.related.productsByBrand('b1'))}`,
        brands: `${brands.get('b1')?.name}: ${names(brands.productsByBrand('b1'))}`,
        categories: `${names(categories.childrenOf(undefined))} > ${names(categories.childrenOf('c1'))} > ${names(categories.productsByCategory('c2'))}`,
        inventory: `${inventory.levelOf('p1')?.onHand} ${inventory.figures.lowStock.length} ${inventory.figures.outOfStock.length}`,
      }
      return Object.entries(shown).map(([id, text]) => (
        <i data-testid={id} key={id}>
          {text}
        </i>
      ))
    }
    show(<View />)
    await shows('data', 'Lamp Lamp,Fan')
    await shows('brands', 'Volta: Lamp,Fan')
    await shows('categories', 'Light > Bulbs > Lamp')
    await shows('inventory', '4 1 1')
  })

  it('write by their operations, and what is written comes back', async () => {
    const held: Held = {}
    const View = () => {
      Object.assign(held, {
        data: useDataStore(),
        brands: useBrandStore(),
        categories: useCategoryStore(),
        inventory: useInventoryStore(),
      })
      const {name} = useLiveStatus()
      const sizes = [held.data?.brands.size, held.data?.categories.size, held.data?.users.size]
      return (
        <i data-testid="sizes">{[name, ...sizes, held.inventory?.levelOf('p2')?.onHand].join()}</i>
      )
    }
    show(<View />)
    await shows('sizes', 'live,1,2,0,')
    await held.brands?.operations.create({name: 'Halden', isActive: true})
    await held.categories?.operations.create({name: 'Wires', isActive: true})
    await held.data?.operations.users.create({name: 'Meera', role: 'customer'})
    await held.inventory?.operations.receive({key: 'r', lines: [{product: 'p2', quantity: 9}]})
    await shows('sizes', 'live,2,3,1,9')
  })

  it('with a selector a component renders only when its part changes', async () => {
    let renders = 0
    const Brands = () => {
      renders += 1
      return <i data-testid="count">{useBrandStore(({brands}) => brands.size)}</i>
    }
    const Stock = () => (
      <i data-testid="stock">{useInventoryStore(({levelOf}) => levelOf('p1')?.onHand)}</i>
    )
    show(
      <>
        <Brands />
        <Stock />
      </>,
    )
    await shows('count', '1')
    await shows('stock', '4')
    const before = renders
    await rig.lake.client().patch('stockLevel.p1').set({onHand: 3}).commit()
    await shows('stock', '3')
    expect(renders).toBe(before)
    await rig.lake.client().create({_id: 'b2', ...sample.brand('Halden')})
    await shows('count', '2')
  })
})
