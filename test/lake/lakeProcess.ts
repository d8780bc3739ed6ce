import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {cleanUp} from './lakeRig.ts'

const main = fileURLToPath(new URL('../../studio/lake/main.ts', import.meta.url))

export interface LakeProcess {
  url: string
  process: ChildProcess
}

/** Runs the command `npm run lake` without npm. */
export const run = (args: readonly string[], environment: Record<string, string> = {}) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: {...process.env, ...environment},
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** Starts the command and waits for its line. */
export async function startLake(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<LakeProcess> {
  const child = run(args, environment)
  cleanUp(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  let errors = ''
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  for await (const text of child.stdout) {
    output += String(text)
    const url = /^lake ready (?<url>http:\/\/localhost:\d+)$/m.exec(output)?.groups?.url
    if (url !== undefined) return {url, process: child}
  }
  throw new Error(`The lake did not start: ${errors}`)
}

export const makeDirectory = () => {
  const directory = mkdtempSync(join(tmpdir(), 'lake-process-'))
  cleanUp(() => rmSync(directory, {recursive: true, force: true}))
  return directory
}
