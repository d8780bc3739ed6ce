import {existsSync, readdirSync, rmSync, statSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {isAlive} from './runningLake.ts'

/** Other working states of the sources, which another process may be about to serve. */
const keptBuilds = 3

/** The build for `key`, marked as used now; `null` when there is none yet. */
export function findBuild(builds: string, key: string): string | null {
  const path = join(builds, key)
  if (!existsSync(join(path, 'index.html'))) return null
  const now = new Date()
  utimesSync(path, now, now)
  return path
}

/** Removes all but the builds used last, and what builds that were killed left behind. */
export function removeOldBuilds(builds: string): void {
  const names = readdirSync(builds)
  const finished = names.filter((name) => /^[0-9a-f]{16}$/.test(name))
  const byUse = finished
    .map((name) => ({name, usedAt: usedAt(join(builds, name))}))
    .toSorted((one, other) => other.usedAt - one.usedAt)
  const old = byUse.slice(keptBuilds).map(({name}) => name)
  const abandoned = names.filter((name) => {
    const pid = /^[0-9a-f]{16}\.(\d+)$/.exec(name)?.[1]
    return pid !== undefined && !isAlive(Number(pid))
  })
  for (const name of [...old, ...abandoned]) {
    rmSync(join(builds, name), {recursive: true, force: true})
  }
}

/** 0 for one that another process removes at this moment. */
function usedAt(path: string): number {
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0
}
