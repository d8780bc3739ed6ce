import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {LakeError} from '../errors.ts'
import type {LakeStore} from './types.ts'
import type {
  AclMode,
  ActionRequest,
  CommitRequest,
  CommitResponse,
  CommittedTransaction,
  Dataset,
} from '../types.ts'
import {createHistory} from '../history/read.ts'
import type {LakeHistory} from '../history/types.ts'
import {CommitQueue} from './commitQueue.ts'
import {openDatabase} from './database.ts'
import {createFeed} from './feed.ts'
import {lockDirectory, toUnusableError} from './lock.ts'
import {CommitPlanner} from './planner.ts'
import {createRows} from './rows.ts'

export interface LakeStoreOptions {
  /** Made when missing. `:memory:` stands for a temporary directory that is removed on close. */
  directory: string
  /** A subscriber that throws does not stop the others; it is told here. Default: `console.error`. */
  onSubscriberError?: (error: unknown) => void
}

const DATASET_NAME = /^[a-z0-9_][a-z0-9_-]{0,63}$/

/**
 * Opens the lake of a directory, for this process alone.
 * @throws LakeStoreError when the directory is in use, or its file is damaged, of another program or newer
 */
export function openLakeStore(options: LakeStoreOptions): LakeStore {
  const directory = prepareDirectory(options.directory)
  const lock = lockDirectory(directory)
  const removeDirectory = (): void => {
    if (options.directory === ':memory:') rmSync(directory, {recursive: true, force: true})
  }
  try {
    return createStore(join(directory, 'lake.sqlite'), options, () => {
      lock.release()
      removeDirectory()
    })
  } catch (error) {
    lock.release()
    removeDirectory()
    throw error
  }
}

function createStore(path: string, options: LakeStoreOptions, release: () => void): LakeStore {
  const database = openDatabase(path)
  const rows = createRows(database)
  const planner = new CommitPlanner(rows)
  const feed = createFeed(database, options.onSubscriberError ?? console.error)
  const queue = new CommitQueue({database, rows, planner, onCommitted: feed.publish})
  const datasets = new Map<string, AclMode>(
    rows.datasets().map(({name, aclMode}) => [name, aclMode]),
  )
  let closing: Promise<void> | null = null

  function checkDataset(dataset: string): void {
    if (datasets.has(dataset)) return
    throw new LakeError(404, 'datasetNotFoundError', `Dataset "${dataset}" not found`, {dataset})
  }

  async function closeStore(): Promise<void> {
    await queue.close()
    database.close()
    release()
  }

  return {
    path,
    createDataset(name: string, aclMode: AclMode): void {
      if (!DATASET_NAME.test(name)) {
        throw new LakeError(
          400,
          'validationError',
          `"${name}" is no dataset name: 1 to 64 of the characters a-z 0-9 _ -, not starting with -`,
        )
      }
      rows.writeDataset({name, aclMode})
      datasets.set(name, aclMode)
    },
    datasets: (): readonly Dataset[] => [...datasets].map(([name, aclMode]) => ({name, aclMode})),
    hasDataset: (name: string): boolean => datasets.has(name),
    async commit(dataset: string, request: CommitRequest): Promise<CommitResponse> {
      checkDataset(dataset)
      return queue.commit(dataset, request)
    },
    async applyActions(dataset: string, request: ActionRequest): Promise<CommitResponse> {
      checkDataset(dataset)
      return queue.commit(dataset, {...request, mutations: []})
    },
    getDocuments(dataset, ids) {
      checkDataset(dataset)
      return ids.flatMap((id) => rows.document(dataset, id) ?? [])
    },
    subscribe: (listener: (transaction: CommittedTransaction) => void) => feed.subscribe(listener),
    lastSequence: () => planner.sequence,
    scheduledReleases: () => rows.scheduledReleases([...datasets.keys()]),
    transactionsSince(dataset, sequence, limit) {
      checkDataset(dataset)
      return feed.transactionsSince(dataset, sequence, limit)
    },
    history: guardDataset(createHistory(database, feed), checkDataset),
    close(): Promise<void> {
      closing ??= closeStore()
      return closing
    },
  }
}

/** History of a dataset that is not there is an error, not empty. */
function guardDataset(history: LakeHistory, check: (dataset: string) => void): LakeHistory {
  return {
    transactions(dataset, query) {
      check(dataset)
      return history.transactions(dataset, query)
    },
    documents(dataset, ids, point) {
      check(dataset)
      return history.documents(dataset, ids, point)
    },
    events(dataset, documentId, query) {
      check(dataset)
      return history.events(dataset, documentId, query)
    },
  }
}

function prepareDirectory(directory: string): string {
  if (directory === ':memory:') return mkdtempSync(join(tmpdir(), 'lake-'))
  try {
    mkdirSync(directory, {recursive: true})
    return directory
  } catch (error) {
    throw toUnusableError(directory, error)
  }
}
