import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {
  array,
  integer,
  minLength,
  number,
  object,
  optional,
  pipe,
  safeParse,
  string,
  url,
} from 'valibot'

/** An embedded lake of this machine, and the right to do everything in it. */
export interface RunningLake {
  /** `http://localhost:PORT`, without a slash at the end. */
  url: string
  /** The administrator's token. A secret: never print it, never put it into a URL. */
  token: string
}

/** A lake that `npm start` or `npm run dev` keeps open. */
export interface OpenLake extends RunningLake {
  /** Ports of this machine whose pages the lake answers. */
  studioPorts: readonly number[]
}

const announcement = object({
  url: pipe(string(), url()),
  token: pipe(string(), minLength(1)),
  studioPorts: optional(array(number()), []),
  pid: pipe(number(), integer()),
})

const announcementPath = (dataDirectory: string) => join(dataDirectory, 'session.json')

/**
 * The lake that runs over `dataDirectory` (`LAKE_DATA`, default `.lake`), or `null` when none does.
 * A file left behind by a killed process counts as none.
 */
export function findRunningLake(dataDirectory: string): OpenLake | null {
  const text = readAnnouncement(announcementPath(dataDirectory))
  if (text === null) return null
  const parsed = safeParse(announcement, parseJson(text))
  if (!parsed.success || !isAlive(parsed.output.pid)) return null
  const {pid: _pid, ...lake} = parsed.output
  return lake
}

/** Writes the file that `findRunningLake` reads (mode 0600). Returns the function that removes it. */
export function announceRunningLake(dataDirectory: string, lake: OpenLake): () => void {
  mkdirSync(dataDirectory, {recursive: true})
  const path = announcementPath(dataDirectory)
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify({...lake, pid: process.pid}), {mode: 0o600})
  renameSync(draft, path)
  return () => rmSync(path, {force: true})
}

function readAnnouncement(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** `undefined`, which no schema accepts, when `text` is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a process has this id. `EPERM` means that it lives and belongs to another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
