import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, it, vi} from 'vitest'
import {createLake} from '../lake/lake.ts'
import {projectRoot} from './projectRoot.mjs'

const token = 'a-token-for-this-test'
let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'parent-gone-'))
})
afterEach(() => rmSync(directory, {recursive: true, force: true}))

/** The address that the lake prints. */
function readUrl(npm: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    npm.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const url = /lake ready (\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    npm.on('exit', () => reject(new Error(`npm ended: ${said}`)))
  })
}

/** Port and data both, as who starts the next lake needs them. */
async function takeOver(port: number): Promise<void> {
  const tokens = [{token, role: 'administrator'}]
  const lake = await createLake({directory, port, tokens, datasets: []})
  await lake.close()
}

describe('a command of npm', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'ends with its npm, which got a %s: port and data are free within two seconds',
    {timeout: 60_000},
    async (signal) => {
      const args = ['run', 'lake', '--', '--port', '0', '--data', directory, '--token', token]
      const npm = spawn('npm', args, {cwd: projectRoot, stdio: ['ignore', 'pipe', 'ignore']})
      const port = Number(new URL(await readUrl(npm)).port)
      npm.kill(signal)
      // Fails with "locked" or EADDRINUSE as long as the old lake lives.
      await vi.waitFor(() => takeOver(port), {timeout: 2000, interval: 100})
    },
  )
})
