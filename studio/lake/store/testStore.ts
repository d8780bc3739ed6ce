import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {LakeError} from '../errors.ts'
import type {
  ActionRequest,
  CommitRequest,
  CommitResponse,
  StoredDocument,
  WireMutation,
} from '../types.ts'
import {openLakeStore} from './open.ts'
import type {LakeStore} from './types.ts'

/** For tests: a directory that goes when the test ends. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'lake-test-'))
  onTestFinished(() => rmSync(directory, {recursive: true, force: true}))
  return directory
}

/** For tests: a lake with the dataset `shop`, closed when the test ends. */
export function openTestStore(directory = ':memory:'): LakeStore {
  const store = openLakeStore({directory})
  onTestFinished(() => store.close())
  store.createDataset('shop', 'private')
  return store
}

export function commit(
  store: LakeStore,
  mutations: readonly WireMutation[],
  options: Partial<CommitRequest> = {},
): Promise<CommitResponse> {
  return store.commit('shop', {mutations, author: 'tester', ...options})
}

export function act(
  store: LakeStore,
  actions: readonly Record<string, unknown>[],
  options: Partial<ActionRequest> = {},
): Promise<CommitResponse> {
  return store.applyActions('shop', {actions, author: 'tester', ...options})
}

export function read(store: LakeStore, id: string): StoredDocument | undefined {
  return store.getDocuments('shop', [id])[0]
}

/** What a refused request answers with. @throws Error when it was not refused by the lake */
export async function refusal(
  request: Promise<unknown>,
): Promise<{status: number; type: string; item: unknown}> {
  const error: unknown = await request.then(
    () => new Error('The request was not refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof LakeError)) throw error
  const {items} = error.details
  return {status: error.status, type: error.type, item: Array.isArray(items) ? items[0] : undefined}
}
