import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

/** A lake in a process of its own, with the token `bench`. */
export interface BenchLake {
  port: number
  pid: number
  /** What the process took so far; zeros where there is no `/proc`. */
  usage: () => {cpuMs: number; residentBytes: number}
  close: () => Promise<void>
}

const main = fileURLToPath(new URL('../../studio/lake/main.ts', import.meta.url))

/** `origins`: whose pages may call. */
export async function startBenchLake(
  directory: string,
  origins: readonly string[] = [],
): Promise<BenchLake> {
  const allowed = origins.flatMap((origin) => ['--origin', origin])
  const args = [main, '--port', '0', '--data', directory, ...allowed]
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    env: {...process.env, LAKE_TOKEN: 'bench'},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  const port = Number(/localhost:(\d+)/.exec(String(line))?.[1])
  const pid = child.pid ?? 0
  return {
    port,
    pid,
    usage: () => readUsage(pid),
    close: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** Ticks of 10 ms and pages of 4 kB, as Linux counts them. */
function readUsage(pid: number): {cpuMs: number; residentBytes: number} {
  if (process.platform !== 'linux') return {cpuMs: 0, residentBytes: 0}
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number)
  return {cpuMs: (user + system) * 10, residentBytes: Number(fields[21] ?? 0) * 4_096}
}
