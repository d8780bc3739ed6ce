import type {SanityClient} from '@sanity/client'
import type {ShopOptions} from '../domain/options.ts'
import type {CacheChoice} from '../live/cache/openShopCache.ts'
import {observeConnectionLoss} from '../live/connectionLost.ts'
import type {ConnectionLoss} from '../live/connectionLost.ts'
import {createShopStore} from '../live/createShopStore.ts'
import type {LiveShopStore} from '../live/liveShopStore.ts'
import {observeDatasetAccess} from '../live/datasetAccess.ts'
import type {DatasetAccess} from '../live/datasetAccess.ts'
import type {LiveWindow} from '../live/shopCalendar.ts'
import {clientKey} from '../live/sharedListener.ts'
import {createFrameStore} from './frameStore.ts'
import {createObservableSource} from './observableSource.ts'
import type {ObservableSource} from './observableSource.ts'
import {createStatusSource} from './statusSource.ts'
import type {StatusSource} from './statusSource.ts'

/** One store of the tab, kept open while a component holds it. */
export interface LiveConnection {
  client: SanityClient
  options: ShopOptions
  store: LiveShopStore
  statusSource: StatusSource
  lossSource: ObservableSource<ConnectionLoss | undefined>
  accessSource: ObservableSource<DatasetAccess>
  /** Returns how to let go; the store closes a little after the last one has. */
  hold(): () => void
}

/** What two providers must agree on to share a store. */
export interface ConnectionConfig {
  options: ShopOptions
  window: LiveWindow
  cache: CacheChoice
}

/** A remount within this time finds the same store, warm. */
const LINGER_MS = 3_000
/** A render that is thrown away never holds its connection. */
const UNHELD_MS = 60_000

const connections = new Map<string, LiveConnection>()

/** The tab's one connection for this project, dataset, identity and options. Safe to call while rendering. */
export function connectionOf(client: SanityClient, config: ConnectionConfig): LiveConnection {
  const {options, window, cache} = config
  const key = `${clientKey(client)}|${JSON.stringify([options, window, cache])}`
  const known = connections.get(key)
  if (known !== undefined) return known
  const connection = openConnection(client, config, () => connections.delete(key))
  connections.set(key, connection)
  return connection
}

function openConnection(
  client: SanityClient,
  config: ConnectionConfig,
  onClose: () => void,
): LiveConnection {
  const {options} = config
  const store = createFrameStore(createShopStore({client, ...config}))
  let holders = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const closeAfter = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      onClose()
      store.destroy()
    }, ms)
  }
  closeAfter(UNHELD_MS)
  return {
    client,
    options,
    store,
    statusSource: createStatusSource(store),
    lossSource: createObservableSource(observeConnectionLoss(store.status$), undefined),
    accessSource: createObservableSource(observeDatasetAccess(client), 'unknown'),
    hold: () => {
      clearTimeout(timer)
      holders += 1
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        holders -= 1
        if (holders === 0) closeAfter(LINGER_MS)
      }
    },
  }
}
