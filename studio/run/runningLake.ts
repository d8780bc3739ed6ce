import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {integer, minLength, number, object, pipe, safeParse, string, url} from 'valibot'

/** A lake that `npm start` or `npm run dev` keeps open on this machine. */
export interface RunningLake {
  /** `http://localhost:PORT`, without a slash at the end. */
  url: string
  /** The administrator's token. A secret: never print it, never put it into a URL. */
  token: string
}

const announcement = object({
  url: pipe(string(), url()),
  token: pipe(string(), minLength(1)),
  pid: pipe(number(), integer()),
})

const announcementPath = (dataDirectory: string) => join(dataDirectory, 'session.json')

/**
 * The lake that runs over `dataDirectory` (`LAKE_DATA`, default `.lake`), or `null` when none does.
 * A file left behind by a killed process counts as none.
 */
export function findRunningLake(dataDirectory: string): RunningLake | null {
  const text = readAnnouncement(announcementPath(dataDirectory))
  if (text === null) return null
  const parsed = safeParse(announcement, parseJson(text))
  if (!parsed.success || !isAlive(parsed.output.pid)) return null
  return {url: parsed.output.url, token: parsed.output.token}
}

/** Writes the file that `findRunningLake` reads (mode 0600). Returns the function that removes it. */
export function announceRunningLake(dataDirectory: string, lake: RunningLake): () => void {
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

/** `EPERM` means that the process lives and belongs to another user. */
function isAlive(pid: number): boolean {
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
