import {LakeError} from '../errors.ts'
import {releaseDocumentId, releaseIdOf} from '../mutations/releaseIds.ts'
import type {LakeStore} from '../store/types.ts'

/** A release that waits for its time. */
export interface ScheduledRelease {
  dataset: string
  releaseId: string
  /** ISO UTC. */
  publishAt: string
  /** User id of who made the release: it is published in that name. */
  author: string
}

/** The longest that a timer can wait, in milliseconds. */
const LONGEST_WAIT = 2_147_483_647

/** Publishes scheduled releases when their time has come, those that came due while the lake was down at once. */
export interface ReleaseClock {
  /** Starts no more publications and waits for the one under way. */
  close(): Promise<void>
}

/** @param onError - told of a publication that failed for no reason of the release's own */
export function createReleaseClock(
  store: LakeStore,
  onError: (error: unknown) => void,
): ReleaseClock {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let isClosed = false

  const wind = () => {
    clearTimeout(timer)
    const [next] = store.scheduledReleases()
    if (next === undefined || isClosed) return
    const wait = Math.max(0, Date.parse(next.publishAt) - Date.now())
    timer = setTimeout(ring, Math.min(wait, LONGEST_WAIT))
    timer.unref()
  }
  const ring = () => {
    // one after the other: a second look meanwhile would publish again what is being published, be refused, and reopen it
    running = running
      .then(() => (isClosed ? undefined : publishDue(store)))
      .catch(onError)
      .then(() => wind())
  }
  const unsubscribe = store.subscribe(({changes}) => {
    if (changes.some(({documentId}) => releaseIdOf(documentId) !== null)) wind()
  })
  wind()
  return {
    async close() {
      isClosed = true
      unsubscribe()
      clearTimeout(timer)
      await running
    },
  }
}

async function publishDue(store: LakeStore): Promise<void> {
  const now = new Date().toISOString()
  for (const release of store.scheduledReleases()) {
    if (release.publishAt <= now) await publish(store, release)
  }
}

async function publish(store: LakeStore, release: ScheduledRelease): Promise<void> {
  const {dataset, releaseId, author} = release
  const actions = [{actionType: 'sanity.action.release.publish', releaseId}]
  try {
    await store.applyActions(dataset, {actions, author})
  } catch (error) {
    if (!(error instanceof LakeError) || error.status >= 500) throw error
    await reopen(store, release, error.message)
  }
}

/** A release that cannot be published is active again and says why, as in the hosted lake. */
async function reopen(
  store: LakeStore,
  {dataset, releaseId, author}: ScheduledRelease,
  message: string,
): Promise<void> {
  const set = {state: 'active', publishAt: null, error: {message}}
  const mutations = [{patch: {id: releaseDocumentId(releaseId), set}}]
  await store.commit(dataset, {mutations, author})
}
