import {dirname, join} from 'node:path'
import {type Access, createAccess} from './access/access.ts'
import {createHostCheck} from './access/hosts.ts'
import {createOrigins} from './access/origins.ts'
import type {RoleGrants, TokenRole} from './access/types.ts'
import {createAssetFiles} from './assets/assetFiles.ts'
import {createRequireDataset, type LakeContext} from './http/context.ts'
import {createDispatch} from './http/dispatch.ts'
import {listenOnLoopback} from './http/listeners.ts'
import {createLog, type Log} from './http/log.ts'
import {createRouter} from './http/router.ts'
import {createRoutes} from './http/routes.ts'
import {openSettings} from './http/settings.ts'
import {createSockets} from './http/sockets.ts'
import {createListenHub} from './listen/hub.ts'
import {createQueryEngine} from './query/index.ts'
import {createReleaseClock} from './releases/releaseClock.ts'
import {openLakeStore} from './store/open.ts'
import type {LakeStore} from './store/types.ts'
import type {AclMode} from './types.ts'

export interface LakeOptions {
  /** Made when missing; `:memory:` keeps nothing. */
  directory: string
  /** 0 (the default) takes a free port. */
  port?: number
  /** Every token that may be sent, and the role it acts as. */
  tokens: readonly TokenRole[]
  /** Exact origins of pages that may call, such as `http://localhost:3333`. */
  origins?: readonly string[]
  /** Default `local`. */
  project?: string
  /** Datasets to make when they are missing. Default: a private `production`. */
  datasets?: readonly {name: string; aclMode: AclMode}[]
  /** Grants of roles beyond the generic ones, or instead of them. */
  grants?: RoleGrants
  /** Milliseconds that every answer and every listener event comes later. */
  latency?: number
  /** Receives one line per unknown endpoint or failure. Default: standard error. */
  log?: (line: string) => void
  /** Most listener streams at once. Default 20,000. */
  maxListeners?: number
  /** Default 15,000. */
  heartbeatMs?: number
  /** Milliseconds that a query may take. Default 10,000. */
  queryTimeoutMs?: number
}

export interface Lake {
  /** `http://localhost:P` */
  url: string
  port: number
  store: LakeStore
  /** Tells listeners to reconnect, ends open requests, writes what is under way and frees the directory. */
  close: () => Promise<void>
}

const defaultDatasets = [{name: 'production', aclMode: 'private'}] as const

/**
 * Opens a lake and answers on 127.0.0.1 and ::1.
 * @throws LakeStoreError when the directory cannot be used or another process has it
 * @throws LakeError for a dataset name or a grant that cannot be
 * @throws RangeError for a token whose role has no grants
 */
export async function createLake(options: LakeOptions): Promise<Lake> {
  const {project = 'local', origins: originList = [], latency = 0} = options
  const access = createAccess(options.tokens, options.grants)
  const origins = createOrigins(originList)
  const isOwnHost = createHostCheck(project)
  const log = createLog(options.log ?? ((line) => process.stderr.write(`${line}\n`)))
  const rooms = openRooms(options, project, access, log)
  try {
    const findRoute = createRouter(createRoutes(rooms.context))
    const dispatch = createDispatch({findRoute, isOwnHost, origins, access, log, latency})
    const sockets = createSockets({context: rooms.context, isOwnHost, origins, log})
    const servers = await listenOnLoopback(options.port ?? 0, dispatch, sockets.upgrade)
    const url = `http://localhost:${servers.port}`
    rooms.setUrl(url)
    const close = async () => {
      rooms.context.hub.close()
      sockets.close()
      await servers.close()
      await rooms.close()
    }
    let closing: Promise<void> | null = null
    return {
      url,
      port: servers.port,
      store: rooms.context.store,
      close: () => (closing ??= close()),
    }
  } catch (error) {
    await rooms.close()
    throw error
  }
}

/** The rooms behind HTTP: store, query engine, listeners, settings, assets. */
function openRooms(options: LakeOptions, project: string, access: Access, log: Log) {
  const store = openLakeStore({
    directory: options.directory,
    onSubscriberError: (error) => log.failed('listen', 'subscriber', error),
  })
  for (const {name, aclMode} of options.datasets ?? defaultDatasets) {
    if (!store.hasDataset(name)) store.createDataset(name, aclMode)
  }
  const directory = dirname(store.path)
  const settings = openSettings(join(directory, 'settings.sqlite'))
  const {queryTimeoutMs: timeoutMs} = options
  const engine = createQueryEngine({
    path: store.path,
    project,
    ...(timeoutMs === undefined ? {} : {timeoutMs}),
  })
  const hub = createListenHub({
    store,
    engine,
    lake: settings.lakeId,
    onError: (error) => log.failed('listen', 'event', error),
    maxListeners: options.maxListeners ?? 20_000,
    heartbeatMs: options.heartbeatMs ?? 15_000,
  })
  const clock = createReleaseClock(store, (error) => log.failed('release', 'publish', error))
  let url = ''
  const context: LakeContext = {
    project,
    store,
    engine,
    access,
    hub,
    settings,
    assets: createAssetFiles(join(directory, 'assets')),
    requireDataset: createRequireDataset(store),
    baseUrl: () => url,
    latency: options.latency ?? 0,
  }
  return {
    context,
    setUrl: (text: string) => {
      url = text
    },
    close: async () => {
      hub.close()
      await clock.close()
      await engine.close()
      settings.close()
      await store.close()
    },
  }
}
