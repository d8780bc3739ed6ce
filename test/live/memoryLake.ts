import {NEVER, Observable, of, throwError, timer} from 'rxjs'
import type {SchedulerLike, Subscriber} from 'rxjs'
import {mergeMap} from 'rxjs/operators'
import {LiveError} from '../../plugin/live/errors.ts'
import type {LivePort, PageRequest} from '../../plugin/live/port.ts'
import type {MutationEvent, RawDocument, WireEvent} from '../../plugin/live/wire.ts'
import {isInWorkingSet, typesOfPart} from '../../plugin/live/workingSet.ts'
import {createHistory} from './lakeHistory.ts'
import type {Move} from './lakeHistory.ts'
import type {Content} from './sampleDocuments.ts'

/** What may go wrong; probabilities 0–1, times in ms. */
export interface Faults {
  random: () => number
  /** Query index behind commits. */
  indexLag: number
  /** Delivery of one event, beyond the index. */
  delay: number
  duplicate: number
  drop: number
  failFetch: number
  fetchDelay: number
}

/** In this order: a seed keeps its history. */
export const randomFaults = (random: () => number): Faults => ({
  random,
  indexLag: random() < 0.5 ? 0 : random() * 800,
  delay: random() < 0.3 ? 0 : random() * 1_500,
  duplicate: random() * 0.5,
  drop: random() < 0.5 ? 0 : random() * 0.2,
  failFetch: random() < 0.7 ? 0 : random() * 0.4,
  fetchDelay: random() * 400,
})

export const noFaults = (random: () => number): Faults => ({
  random,
  indexLag: 0,
  delay: 0,
  duplicate: 0,
  drop: 0,
  failFetch: 0,
  fetchDelay: 1,
})

/** `after: null` deletes. */
export interface Write {
  id: string
  after: Content | null
}

export interface MemoryLakeOptions {
  /** `false`: queries may see a transaction before an earlier one, so that no answer is of one moment. */
  isIndexInOrder?: boolean
  /** `false`: nothing is kept of a document but its newest version, nothing at all of a deleted one. */
  keepsHistory?: boolean
}

/** `refused`: every request is; `nothing`: the grants let nothing be read, and requests show an empty dataset. */
export type ReadAccess = 'all' | 'refused' | 'nothing'

interface Listener {
  subscriber: Subscriber<WireEvent>
  faults: Faults
  isCut: boolean
  missed: MutationEvent[]
  /** Rises with every reset. */
  epoch: number
  types: readonly string[]
}

/** What a listener of these types sees of a transaction. */
function eventsOf(
  moves: readonly Move[],
  types: readonly string[],
  stamp: {transactionId: string; timestamp: string},
): MutationEvent[] {
  const matches = (document: RawDocument | undefined) =>
    document !== undefined && types.includes(document._type)
  const seen = moves.filter(({before, after}) => matches(before) || matches(after))
  return seen.map(({id, before, after}) => ({
    type: 'mutation',
    documentId: id,
    ...stamp,
    transition: !matches(after) ? 'disappear' : matches(before) ? 'update' : 'appear',
    previousRev: before?._rev,
    resultRev: matches(after) ? after?._rev : undefined,
    result: matches(after) ? after : undefined,
    totalEvents: seen.length,
  }))
}

/** A lake in memory on a virtual clock: commits at once, index later, events late, doubled, out of order or never. */
export function createMemoryLake(
  scheduler: SchedulerLike,
  {isIndexInOrder = true, keepsHistory = true}: MemoryLakeOptions = {},
) {
  const committed = new Map<string, RawDocument>()
  const history = createHistory()
  const indexed = new Map<string, RawDocument>()
  const listeners = new Set<Listener>()
  const indexedBy = new Map<string, number>()
  let commits = 0
  let lastIndexAt = 0
  let transactions = 0
  let listened = 0

  const after = (ms: number, run: () => void) => {
    if (ms <= 0) run()
    else scheduler.schedule(run, ms)
  }

  let isMute = false
  let isDown = false
  let access: ReadAccess = 'all'

  const send = (listener: Listener, event: MutationEvent) => {
    const {faults} = listener
    if (isMute) return
    if (listener.isCut) {
      listener.missed.push(event)
      return
    }
    if (faults.random() < faults.drop) return
    const copies = faults.random() < faults.duplicate ? 2 : 1
    for (let copy = 0; copy < copies; copy++) {
      const {epoch} = listener
      after(faults.random() * faults.delay, () => {
        if (listener.epoch !== epoch) return
        if (listener.isCut) listener.missed.push(event)
        else listener.subscriber.next(event)
      })
    }
  }

  const commit = (writes: readonly Write[], lag = 0, transactionId = `t${++transactions}`) => {
    const timestamp = new Date(scheduler.now()).toISOString()
    const number = ++commits
    const moves = writes.flatMap(({id, after: content}): Move[] => {
      const before = committed.get(id)
      if (content === null && before === undefined) return []
      const result =
        content === null
          ? undefined
          : {
              ...content,
              // what has another type was deleted and created anew
              _createdAt: before?._type === content._type ? before._createdAt : timestamp,
              _updatedAt: timestamp,
              _id: id,
              _rev: transactionId,
            }
      if (result === undefined) committed.delete(id)
      else committed.set(id, result)
      return [{id, before, after: result}]
    })
    if (keepsHistory) history.add(transactionId, moves)
    const indexAt = Math.max(scheduler.now() + lag, isIndexInOrder ? lastIndexAt : 0)
    lastIndexAt = Math.max(lastIndexAt, indexAt)
    after(indexAt - scheduler.now(), () => {
      for (const {id, after: result} of moves) {
        if ((indexedBy.get(id) ?? 0) > number) continue
        indexedBy.set(id, number)
        if (result === undefined) {
          indexed.delete(id)
          if (!keepsHistory) indexedBy.delete(id)
        } else indexed.set(id, result)
      }
      for (const listener of listeners) {
        for (const event of eventsOf(moves, listener.types, {transactionId, timestamp})) {
          send(listener, event)
        }
      }
    })
    return transactionId
  }

  const answer = <T>(faults: Faults, read: () => T): Observable<T> =>
    timer(faults.random() * faults.fetchDelay, scheduler).pipe(
      mergeMap(() =>
        access === 'refused'
          ? throwError(() => new LiveError('unauthorized', 'The lake refused access.'))
          : isDown || faults.random() < faults.failFetch
            ? throwError(() => new LiveError('unreachable', 'a fault'))
            : of(read()),
      ),
    )

  const readable = () => (access === 'nothing' ? [] : [...indexed.values()])
  const select = ({part, bounds, after: last, limit}: PageRequest) =>
    readable()
      .filter((document) => typesOfPart(part).includes(document._type))
      .filter((document) => document._id > last && isInWorkingSet(document, bounds))
      .toSorted((a, b) => (a._id < b._id ? -1 : 1))
      .slice(0, limit)

  const portWith = (faults: Faults): LivePort => ({
    listen: (types) =>
      new Observable<WireEvent>((subscriber) => {
        if (isDown) return subscriber.error(new LiveError('unreachable', 'The lake is down.'))
        const listener: Listener = {subscriber, faults, isCut: false, missed: [], epoch: 0, types}
        listened += 1
        const greeting = timer(faults.random() * faults.fetchDelay, scheduler).subscribe(() => {
          listeners.add(listener)
          subscriber.next({type: 'welcome'})
        })
        return () => {
          greeting.unsubscribe()
          listeners.delete(listener)
        }
      }),
    listenToOthers: () => NEVER,
    fetchPage: (request) => answer(faults, () => select(request)),
    fetchRevisions: (request) =>
      answer(faults, () => select(request).map(({_id, _rev}) => ({id: _id, revision: _rev}))),
    fetchClock: () => answer(faults, () => scheduler.now()),
    fetchChanges: ({bounds, since, ids, isFull}) =>
      answer(faults, () => {
        const held = readable().filter((document) => isInWorkingSet(document, bounds))
        return {
          at: scheduler.now(),
          documents: held.filter(
            ({_id, _updatedAt}) => String(_updatedAt) > since || ids.includes(_id),
          ),
          count: held.length,
          revisions: isFull ? held.map(({_id, _rev}) => ({id: _id, revision: _rev})) : undefined,
        }
      }),
    // told by a query language that is not spoken here: `headline.test.ts` asks a real lake
    fetchHeadline: () => of(undefined),
    fetchSequences: (series, sequences) =>
      answer(faults, () =>
        [...indexed.values()].flatMap(({series: of, sequence}) =>
          of === series && typeof sequence === 'number' && sequences.includes(sequence)
            ? [sequence]
            : [],
        ),
      ),
    mayRead: () => of(access !== 'nothing'),
    getDocuments: (ids) => answer(faults, () => new Map(ids.map((id) => [id, committed.get(id)]))),
  })

  return {
    commit,
    portWith,
    documents: committed,
    /** What queries see. */
    indexed: (): RawDocument[] => [...indexed.values()],
    history,
    /** Commits whose events are lost for everybody. */
    mute(run: () => void): void {
      isMute = true
      run()
      isMute = false
    },
    listenerCount: () => listeners.size,
    listenedCount: () => listened,
    /** The link drops; it comes back after `ms`, resumed with what was missed or anew. */
    cut(ms: number, isResumed: boolean): void {
      for (const listener of listeners) {
        if (listener.isCut) continue
        listener.isCut = true
        listener.subscriber.next({type: 'reconnect'})
        after(ms, () => {
          listener.isCut = false
          const missed = listener.missed.splice(0)
          listener.subscriber.next({type: isResumed ? 'welcomeback' : 'welcome'})
          if (isResumed) for (const event of missed) send(listener, event)
        })
      }
    },
    /** Every listener is told to begin anew; events under way are lost. */
    reset(): void {
      for (const listener of listeners) {
        listener.epoch += 1
        listener.subscriber.next({type: 'reset'})
      }
    },
    /** Nothing answers, until it does again. */
    setDown(down: boolean): void {
      isDown = down
      const error = new LiveError('unreachable', 'The lake is down.')
      if (down) for (const listener of Array.from(listeners)) listener.subscriber.error(error)
    },
    /** What requests may read from now on; streams stand and tell on. */
    setAccess(next: ReadAccess): void {
      access = next
    },
    /** Kills every stream with an error, as a restart does. */
    fail(error: Error): void {
      for (const listener of Array.from(listeners)) listener.subscriber.error(error)
    },
  }
}

export type MemoryLake = ReturnType<typeof createMemoryLake>
