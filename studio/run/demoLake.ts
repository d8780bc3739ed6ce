import {createLake} from '../lake/lake.ts'
import {readOrCreateAdminToken} from './adminToken.ts'
import {CommandError, systemCode} from './errors.ts'
import type {OpenLake} from './runningLake.ts'
import {announceRunningLake, findRunningLake} from './runningLake.ts'

export interface DemoLake extends OpenLake {
  hasDataset: (name: string) => boolean
  createDataset: (name: string) => void
  datasetNames: () => string[]
  close: () => Promise<void>
}

/** @throws CommandError when another `npm start` works on this data */
export function assertDataUnused(dataDirectory: string): void {
  const running = findRunningLake(dataDirectory)
  if (!running) return
  throw new CommandError(
    `The data in ${dataDirectory} is already in use by the lake at ${running.url}. Stop that one, choose other data with LAKE_DATA=…, or join it with npm start -- --dataset NAME.`,
  )
}

export interface DemoLakeOptions {
  dataDirectory: string
  port: number
  /** Ports of this machine whose pages may read answers: those of Studios. */
  studioPorts: readonly number[]
}

/**
 * Starts the lake over `dataDirectory` and lets other commands find it.
 * @throws CommandError when another process works on the same data, or the port is taken
 */
export async function openDemoLake(options: DemoLakeOptions): Promise<DemoLake> {
  const {dataDirectory, port, studioPorts} = options
  const token = readOrCreateAdminToken(dataDirectory)
  const lake = await createLake({
    directory: dataDirectory,
    port,
    tokens: [{token, role: 'administrator'}],
    origins: studioPorts.flatMap(toOrigins),
    project: 'local',
    datasets: [],
  }).catch((error: unknown) => {
    throw toCommandError(error, port)
  })
  const withdraw = announceRunningLake(dataDirectory, {
    url: lake.url,
    token,
    studioPorts,
  })
  return {
    url: lake.url,
    token,
    studioPorts,
    hasDataset: (name) => lake.store.hasDataset(name),
    createDataset: (name) => lake.store.createDataset(name, 'private'),
    datasetNames: () => lake.store.datasets().map(({name}) => name),
    close: async () => {
      withdraw()
      await lake.close()
    },
  }
}

/** A browser sends the name that the user typed. */
const toOrigins = (port: number) =>
  ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`)

function toCommandError(error: unknown, port: number): unknown {
  const code = systemCode(error)
  if (code === 'EADDRINUSE') {
    return new CommandError(
      `Port ${port} is taken by another program. Stop it, or choose another port with LAKE_PORT=….`,
    )
  }
  if (code === 'locked' && error instanceof Error) return new CommandError(error.message)
  return error
}
