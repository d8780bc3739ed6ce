import {existsSync, writeFileSync} from 'node:fs'
import {constants, setPriority} from 'node:os'

const LAST = constants.priority.PRIORITY_LOW
const SESSION = '/proc/self/autogroup'

/** Lets everything else on this machine go before this process and what it started. */
export function goLast(started: readonly number[]): void {
  for (const pid of [process.pid, ...started]) setPriority(pid, LAST)
  // Linux weighs priorities within a session only, and gives each session the same (sched(7)): a browser has its own
  if (existsSync(SESSION)) writeFileSync(SESSION, String(LAST))
}
