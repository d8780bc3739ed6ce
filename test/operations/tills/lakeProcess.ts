import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {takeFreePort} from '../../rig/takeFreePort.ts'

const program = fileURLToPath(new URL('../../../studio/lake/main.ts', import.meta.url))

export interface LakeProcess {
  url: string
  token: string
  /** `kill -9`, and a new process over the same data at the same port. */
  killAndRestart(): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

/** The command `npm run lake` in a process of its own, so that it can be killed. */
export async function startLakeProcess(latency = 0): Promise<LakeProcess> {
  const directory = mkdtempSync(join(tmpdir(), 'test-tills-lake-'))
  const token = randomBytes(24).toString('hex')
  const open = (port: string) =>
    startLake(['--port', port, '--data', directory, '--token', token, '--latency', `${latency}`])
  let lake = await open(String(await takeFreePort()))
  const {url} = lake
  const end = async () => {
    lake.child.kill('SIGKILL')
    await once(lake.child, 'close')
  }
  return {
    url,
    token,
    killAndRestart: async () => {
      await end()
      lake = await open(new URL(url).port)
    },
    close: async () => {
      await end()
      rmSync(directory, {recursive: true, force: true})
    },
  }
}

async function startLake(args: readonly string[]): Promise<{url: string; child: ChildProcess}> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, ...args],
    {stdio: ['ignore', 'pipe', 'inherit']},
  )
  let output = ''
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`The lake stopped with ${code}: ${output}`)))
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString()
      const url = /lake ready (?<url>\S+)/.exec(output)?.groups?.['url']
      if (url !== undefined) resolve({url, child})
    })
  })
}
