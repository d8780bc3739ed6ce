import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join, relative} from 'node:path'

/** What the static Studio is made of, from the project's root. */
const studioSources = [
  'package-lock.json',
  'tsconfig.json',
  'sanity.config.ts',
  'sanity.cli.ts',
  'plugin',
  'schemas',
  'studio/browser',
  'studio/mobile',
  'static',
]

/**
 * A short hash that changes whenever a source of the static Studio does; tests do not count. `folder` is that of another
 * Studio than the demo, from the project's root.
 */
export function studioSourceKey(root: string, folder = ''): string {
  const hash = createHash('sha256').update(folder)
  const sources = folder === '' ? studioSources : [...studioSources, folder]
  for (const file of sources.flatMap((path) => filesUnder(join(root, path)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
