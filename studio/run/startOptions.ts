import {resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {CommandError} from './errors.ts'

export interface StartOptions {
  lakePort: number
  studioPort: number
  /** `STUDIO_PORT` was given. */
  isStudioPortChosen: boolean
  /** Absolute path. */
  dataDirectory: string
  dataset: string
  /** `--dataset` was given: such a Studio may join a lake that runs already. */
  mayJoin: boolean
}

/** The dataset that the demo shop fills. */
export const demoDataset = 'production'

/**
 * Reads `--dataset NAME`, `LAKE_PORT` (3334), `STUDIO_PORT` (3333) and `LAKE_DATA` (.lake).
 * @throws CommandError for anything else
 */
export function readStartOptions(
  args: readonly string[],
  environment: Record<string, string | undefined>,
): StartOptions {
  const dataset = readDataset(args)
  return {
    lakePort: readPort('LAKE_PORT', environment['LAKE_PORT'] ?? '3334'),
    studioPort: readPort('STUDIO_PORT', environment['STUDIO_PORT'] ?? '3333'),
    isStudioPortChosen: environment['STUDIO_PORT'] !== undefined,
    dataDirectory: resolve(environment['LAKE_DATA'] ?? '.lake'),
    dataset: dataset ?? demoDataset,
    mayJoin: dataset !== undefined,
  }
}

function readPort(name: string, text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65535) return port
  throw new CommandError(`${name} is "${text}": it must be a port number from 0 to 65535.`)
}

function readDataset(args: readonly string[]): string | undefined {
  const name = parseOptions(args).dataset
  if (name === undefined || /^[a-z0-9_][a-z0-9_-]{0,63}$/.test(name)) return name
  throw new CommandError(
    `"${name}" cannot be a dataset: names are 1 to 64 lower case letters, digits, - and _.`,
  )
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({args: [...args], options: {dataset: {type: 'string'}}}).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(`${reason.replace(/\.?$/, '.')} The only option is --dataset NAME.`)
  }
}
