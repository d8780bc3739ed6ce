import {randomUUID} from 'node:crypto'
import {mkdir, open, readFile, rename, stat} from 'node:fs/promises'
import {join} from 'node:path'

/** Uploaded bytes on disk, one directory a dataset, named by what they hold. */
export interface AssetFiles {
  /** Durable when resolved. Writing the same name again changes nothing. */
  write: (dataset: string, name: string, bytes: Buffer) => Promise<void>
  /** `null` when there is none. */
  read: (dataset: string, name: string) => Promise<Buffer | null>
}

const safeName = /^[a-z0-9_][a-z0-9_-]*(\.[a-z0-9]{1,16})?$/

export function createAssetFiles(directory: string): AssetFiles {
  const toPath = (dataset: string, name: string) => {
    if (!safeName.test(dataset) || !safeName.test(name)) return null
    return join(directory, dataset, name)
  }
  return {
    async write(dataset, name, bytes) {
      const path = toPath(dataset, name)
      if (path === null) throw new RangeError('An asset name holds letters, digits, - and _ only.')
      if (await exists(path)) return
      await mkdir(join(directory, dataset), {recursive: true})
      const draft = `${path}.${randomUUID()}`
      await writeDurably(draft, bytes)
      await rename(draft, path)
    },
    async read(dataset, name) {
      const path = toPath(dataset, name)
      if (path === null || !(await exists(path))) return null
      return readFile(path)
    },
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
