import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readLog} from '../history/historyLog.ts'
import type {HistoryLine} from '../history/historyLog.ts'
import type {Till} from './sell.ts'
import type {TillProcessOrder} from './tillProcess.ts'

const program = fileURLToPath(new URL('tillProcess.ts', import.meta.url))

export interface TillProcess {
  /** Resolves when every command of its tills has a final answer, through all kills. */
  done: Promise<void>
  /** `kill -9`; it is started again with the same commands. */
  kill(): void
  log(): HistoryLine[]
}

/** An operating-system process with some tills in it; a killed one is started again until all is done. */
export function startTillProcess(
  folder: string,
  name: string,
  tills: readonly Till[],
  lake: TillProcessOrder['lake'],
): TillProcess {
  const order: TillProcessOrder = {lake, log: join(folder, `${name}.log`), deadline: 60_000, tills}
  const path = join(folder, `${name}.json`)
  writeFileSync(path, JSON.stringify(order))
  let running: ChildProcess
  const done = new Promise<void>((resolve, reject) => {
    const live = () => {
      running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, path], {
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let words = ''
      running.stderr?.on('data', (text: Buffer) => (words += text.toString()))
      running.once('error', reject)
      running.once('close', (code, signal) => {
        if (code === 0) resolve()
        else if (signal === 'SIGKILL') {
          closeTornLine(order.log)
          live()
        } else reject(new Error(`The tills ${name} stopped with ${code}: ${words}`))
      })
    }
    live()
  })
  return {done, kill: () => void running.kill('SIGKILL'), log: () => readLog(order.log)}
}

/** A kill may cut a line short; without its end the next life's first line would be lost with it. */
function closeTornLine(path: string): void {
  if (existsSync(path)) writeFileSync(path, '\n', {flag: 'a'})
}
