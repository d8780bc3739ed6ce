import {afterAll, beforeAll, beforeEach} from 'vitest'

import {LakeError} from '../errors.ts'
import {createQueryEngine, type QueryEngine, type QueryRequest} from './engine.ts'
import {createLakeFile, type FixtureDocument, type LakeFile} from './fixture.ts'

type Changes = readonly (FixtureDocument | {delete: string})[]

export const defaults = {
  params: {},
  perspective: 'raw',
  readFilter: null,
} satisfies Partial<QueryRequest>

/** One file and one engine for all tests of a test file, and a dataset of its own for each of them. */
export function openTestEngine() {
  let opened: {file: LakeFile; engine: QueryEngine} | null = null
  let rounds = 0
  const open = () => {
    if (opened === null) throw new Error('the engine is open while tests run only')
    return opened
  }
  beforeAll(() => {
    const file = createLakeFile()
    opened = {file, engine: createQueryEngine({path: file.path})}
  })
  beforeEach(() => {
    rounds += 1
  })
  afterAll(async () => {
    await open().engine.close()
    open().file.remove()
  })
  return {
    get engine() {
      return open().engine
    },
    get path() {
      return open().file.path
    },
    get dataset() {
      return `shop${rounds}`
    },
    commit(changes: Changes) {
      return this.commitTo(this.dataset, changes)
    },
    commitTo: (dataset: string, changes: Changes) => open().file.commit(dataset, changes),
    async ask(query: string, request: Partial<QueryRequest> = {}): Promise<unknown> {
      const {result} = await this.engine.query({
        dataset: this.dataset,
        ...defaults,
        ...request,
        query,
      })
      return result
    },
  }
}

export async function failure(promise: Promise<unknown>): Promise<LakeError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof LakeError) return error
  throw new Error(`expected a LakeError, got ${String(error)}`)
}
