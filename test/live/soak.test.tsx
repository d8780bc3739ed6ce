import './installDom.ts'
import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {cleanup, configure, render, screen, waitFor} from '@testing-library/react'
import {StrictMode} from 'react'
import {afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest'
import {
  SanityRealtimeProvider,
  useBrandStore,
  useDataStore,
  useInventoryStore,
  useListeningQuery,
  useLiveStatus,
  useProductLedger,
  useSanityAlerts,
} from '../../plugin/realtime/index.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {createRandom, newSeed, randomInteger} from '../operations/random.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {sized} from '../rig/size.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'
import {sample} from './sampleDocuments.ts'

const mounts = sized(16, 3_000)
const seed = newSeed()
/** What is kept between two measurements may differ by caches that have a limit. */
const HEAP_TOLERANCE = 8_000_000

configure({asyncUtilTimeout: 20_000, reactStrictMode: false})
let collectGarbage: () => void
beforeAll(() => {
  Object.assign(globalThis, {IS_REACT_ACT_ENVIRONMENT: false})
  setFlagsFromString('--expose-gc')
  collectGarbage = runInNewContext('gc')
})

let lake: TestLake
let proxy: ListenProxy

beforeEach(async () => {
  lake = await startTestLake()
  proxy = await startListenProxy(lake.url)
  for (let index = 0; index < 20; index++) {
    await lake.client().create({_id: `p${index}`, ...sample.product(`P${index}`)})
  }
})
afterEach(async () => {
  cleanup()
  await proxy.close()
  await lake.close()
})

/** A screen with every kind of subscription; `variant` gives it queries and options of its own. */
function Screen({variant}: {variant: number}) {
  const client = createLakeClient({url: proxy.url, token: lake.token}, 'production')
  return (
    <StrictMode>
      <SanityRealtimeProvider client={client} options={variant % 3 === 0 ? {currency: 'INR'} : {}}>
        <Rows variant={variant} />
      </SanityRealtimeProvider>
    </StrictMode>
  )
}

function Rows({variant}: {variant: number}) {
  const {name} = useLiveStatus()
  const {inventory} = useSanityAlerts()
  const count = useDataStore(({products}) => products.size)
  const brands = useBrandStore((store) => store.brands.size)
  const levels = useInventoryStore(({stockLevels}) => stockLevels.size)
  const ledger = useProductLedger(`p${variant % 20}`)
  const {data} = useListeningQuery<number>('count(*[_type == "note" && name == $name])', {
    params: {name: `note ${variant}`},
  })
  const shown = [name, count, brands, levels, inventory.outOfStockCount, data, ledger.loading]
  return <p data-testid="screen">{shown.join(' ')}</p>
}

/** Timers that keep Node alive, those of the lake and the test among them. */
const activeTimers = () =>
  process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

const untilQuiet = () => waitFor(() => expect(proxy.listening()).toBe(0), {timeout: 20_000})

async function mountOnce(variant: number, isWaited: boolean) {
  render(<Screen variant={variant} />)
  if (isWaited) {
    await waitFor(() =>
      expect(screen.getByTestId('screen').textContent).toMatch(/^live 20 .*0 false$/),
    )
  }
  cleanup()
}

describe('hours of opening and closing screens', () => {
  it(`leave no listener, no timer and no memory behind after ${mounts} mounts (seed ${seed})`, async () => {
    const random = createRandom(seed)
    const round = async (count: number) => {
      for (let index = 0; index < count; index++) {
        await mountOnce(randomInteger(random, 0, 1_000), random() < 0.25)
        if (random() < 0.2) {
          const id = `p${randomInteger(random, 0, 19)}`
          await lake
            .client()
            .patch(id)
            .set({price: randomInteger(random, 1, 99)})
            .commit()
        }
      }
      await untilQuiet()
    }
    await round(Math.min(mounts, 100))
    const heap = await settledHeap()
    await round(mounts)
    expect(proxy.listening()).toBe(0)
    const grown = (await settledHeap()) - heap
    expect(activeTimers()).toBe(0)
    console.log(`heap after ${mounts} more mounts: ${Math.round(grown / 1000)} kB more`)
    expect(grown).toBeLessThan(HEAP_TOLERANCE)
  })
})

/** Bytes that are still reachable once what lingers has gone. */
async function settledHeap(): Promise<number> {
  let last = Infinity
  await waitFor(
    () => {
      collectGarbage()
      const before = last
      last = process.memoryUsage().heapUsed
      expect(before - last).toBeLessThan(500_000)
    },
    {interval: 1_000, timeout: 20_000},
  )
  return last
}
