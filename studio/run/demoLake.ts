import {createLake} from '../lake/lake.ts'
import {readOrCreateAdminToken} from './adminToken.ts'
import {CommandError, systemCode} from './errors.ts'
import type {RunningLake} from './runningLake.ts'
import {announceRunningLake, findRunningLake} from './runningLake.ts'

export interface DemoLake extends RunningLake {
  hasDataset: (name: string) => boolean
  createDataset: (name: string) => void
  datasetNames: () => string[]
  close: () => Promise<void>
}

export interface DemoLakeOptions {
  dataDirectory: string
  port: number
  /** Origins that may read answers: those of the Studio. */
  origins: readonly string[]
}

/**
 * Starts the lake over `dataDirectory` and lets other commands find it.
 * @throws CommandError when another process works on the same data, or the port is taken
 */
export async function openDemoLake(options: DemoLakeOptions): Promise<DemoLake> {
  const {dataDirectory, port} = options
  const running = findRunningLake(dataDirectory)
  if (running) {
    throw new CommandError(
      `The data in ${dataDirectory} is already in use by the lake at ${running.url}. Stop that one, or choose other data with LAKE_DATA=….`,
    )
  }
  const token = readOrCreateAdminToken(dataDirectory)
  const lake = await startLake(options, token).catch((error: unknown) => {
    throw toCommandError(error, port)
  })
  const withdraw = announceRunningLake(dataDirectory, {url: lake.url, token})
  return {
    url: lake.url,
    token,
    hasDataset: (name) => lake.store.hasDataset(name),
    createDataset: (name) => lake.store.createDataset(name, 'private'),
    datasetNames: () => lake.store.datasets().map(({name}) => name),
    close: async () => {
      withdraw()
      await lake.close()
    },
  }
}

const startLake = ({dataDirectory, port, origins}: DemoLakeOptions, token: string) =>
  createLake({
    directory: dataDirectory,
    port,
    tokens: [{token, role: 'administrator'}],
    origins,
    project: 'local',
    datasets: [],
  })

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
