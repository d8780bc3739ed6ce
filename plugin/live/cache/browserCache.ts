import type * as idb from 'idb-keyval'
import type {UseStore} from 'idb-keyval'

/** The browser's database with the functions that read it. */
export interface BrowserCache extends Pick<typeof idb, 'delMany' | 'get' | 'getMany' | 'keys'> {
  store: UseStore
  promisify: typeof idb.promisifyRequest
}

const DATABASE = 'sanity-plugin-shop'

let opened: Promise<BrowserCache> | undefined

/** Whether this place has a database to keep anything in: Node has none, some private windows neither. */
export function hasBrowserCache(): boolean {
  return typeof indexedDB !== 'undefined'
}

/** Loaded when first needed: outside of browsers nobody pays for it. */
export function openBrowserCache(): Promise<BrowserCache> {
  opened ??= import('idb-keyval').then(
    ({createStore, delMany, get, getMany, keys, promisifyRequest}) => ({
      delMany,
      get,
      getMany,
      keys,
      store: createStore(DATABASE, 'shops'),
      promisify: promisifyRequest,
    }),
  )
  return opened
}

/** Deletes everything whose key fulfils the condition. */
export async function deleteKeys(
  {keys, delMany, store}: BrowserCache,
  isUnwanted: (key: string) => boolean,
): Promise<void> {
  const all = await keys(store)
  const unwanted = all.filter((key) => typeof key === 'string' && isUnwanted(key))
  if (unwanted.length > 0) await delMany(unwanted, store)
}
