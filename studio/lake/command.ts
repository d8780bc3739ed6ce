import type {RoleGrants} from './access/types.ts'
import {ArgumentsError, readArguments, usage} from './arguments.ts'
import {LakeError, LakeStoreError} from './errors.ts'
import {createLake, type Lake} from './lake.ts'

/**
 * A lake alone, until it is told to stop. `grants` are those of the roles that the project knows; `--grants` wins.
 */
export async function runLakeCommand(grants: RoleGrants = {}): Promise<void> {
  await main(grants).catch(fail)
}

async function main(grants: RoleGrants): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(`${usage}\n`)
    return
  }
  const {options, notices} = readArguments(process.argv.slice(2), process.env, grants)
  for (const notice of notices) process.stderr.write(`lake: ${notice}\n`)
  const lake = await createLake(options)
  process.stdout.write(`lake ready ${lake.url}\n`)
  process.once('SIGINT', () => stop(lake))
  process.once('SIGTERM', () => stop(lake))
}

function stop(lake: Lake): void {
  lake.close().then(
    () => process.exit(0),
    (error: unknown) => fail(error),
  )
}

function fail(error: unknown): void {
  process.stderr.write(`lake: ${explain(error)}\n`)
  process.exit(error instanceof ArgumentsError ? 2 : 1)
}

function explain(error: unknown): string {
  if (error instanceof ArgumentsError) return `${error.message}\n${usage}`
  if (error instanceof LakeStoreError || error instanceof LakeError) return error.message
  if (error instanceof RangeError || error instanceof TypeError) return error.message
  if (!(error instanceof Error)) return 'it failed'
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'another program has this port; give the lake another one with --port'
  }
  return error.message
}
