import {shopGrants} from '../../plugin/operations/grants.ts'
import {ArgumentsError, readRoleTokens} from '../lake/arguments.ts'
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
  /** Default: that of this program. */
  environment?: Record<string, string | undefined>
}

/**
 * Starts the lake over `dataDirectory` and lets other commands find it. Roles of the shop may there what its operations let
 * them do; `LAKE_ROLE_TOKENS` gives them tokens.
 * @throws CommandError when another process works on the same data, or the port is taken
 */
export async function openDemoLake(options: DemoLakeOptions): Promise<DemoLake> {
  const {dataDirectory, port, studioPorts} = options
  const roleTokens = requireRoleTokens(options.environment ?? process.env)
  const token = readOrCreateAdminToken(dataDirectory)
  const lake = await createLake({
    directory: dataDirectory,
    port,
    tokens: [{token, role: 'administrator'}, ...roleTokens],
    grants: shopGrants(),
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

/** For trying what a cashier or an editor may do: `LAKE_ROLE_TOKENS=cashier:T npm start`. */
function requireRoleTokens(environment: Record<string, string | undefined>) {
  try {
    return readRoleTokens(environment)
  } catch (error) {
    throw error instanceof ArgumentsError
      ? new CommandError(`LAKE_ROLE_TOKENS: ${error.message}`)
      : error
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
  if (error instanceof RangeError) return new CommandError(error.message)
  if (code === 'locked' && error instanceof Error) return new CommandError(error.message)
  return error
}
