import {createClient, type SanityClient} from '@sanity/client'
import type {Observable} from 'rxjs'
import {afterEach} from 'vitest'
import {createLake, type Lake, type LakeOptions} from '../../studio/lake/lake.ts'

export const adminToken = 'admin-token'
export const viewerToken = 'viewer-token'

const running: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const stop of running.splice(0).toReversed()) await stop()
})

/** Runs `stop` after the test, last registered first. */
export const cleanUp = (stop: () => Promise<void> | void) => {
  running.push(stop)
}

/** An empty lake of its own for one test, on a free port. */
export async function openTestLake(options: Partial<LakeOptions> = {}): Promise<Lake> {
  const lake = await createLake({
    directory: ':memory:',
    tokens: [
      {token: adminToken, role: 'administrator'},
      {token: viewerToken, role: 'viewer'},
    ],
    ...options,
  })
  cleanUp(() => lake.close())
  return lake
}

export interface ClientOptions {
  token?: string | undefined
  dataset?: string
  apiVersion?: string
}

/** The real client; `token: undefined` sends none. */
export function connect(lake: Pick<Lake, 'url'>, options: ClientOptions = {}): SanityClient {
  return createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: lake.url,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
    maxRetries: 0,
    token: adminToken,
    ...options,
  })
}

export interface Recording<T> {
  events: T[]
  /** Resolves with the first event, earlier ones included, that `isWanted`. Rejects when the stream fails. */
  until: (isWanted: (event: T) => boolean) => Promise<T>
  stop: () => void
}

/** Keeps what an observable emits until the test is over. */
export function record<T>(source: Observable<T>): Recording<T> {
  const events: T[] = []
  const waiting = new Set<() => void>()
  let failure: {error: unknown} | null = null
  const wake = () => {
    for (const each of waiting) each()
  }
  const subscription = source.subscribe({
    next: (event) => {
      events.push(event)
      wake()
    },
    error: (error: unknown) => {
      failure = {error}
      wake()
    },
  })
  cleanUp(() => subscription.unsubscribe())
  return {
    events,
    stop: () => subscription.unsubscribe(),
    until: (isWanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = events.find(isWanted)
          if (found !== undefined) resolve(found)
          else if (failure !== null) reject(failure.error)
          else return
          waiting.delete(look)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** The error a promise is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('This was expected to fail, and did not.')
}
