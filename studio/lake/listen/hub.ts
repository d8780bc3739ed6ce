import type {DocumentAccess} from '../access/grants.ts'
import type {QueryEngine} from '../query/index.ts'
import type {LakeStore} from '../store/types.ts'
import type {CommittedTransaction} from '../types.ts'
import {tooMany} from '../http/apiError.ts'
import {createEventFrame, type Frame, heartbeatFrame} from './frame.ts'
import {Listener, ListenerGroup} from './listener.ts'
import type {ListenOptions} from './options.ts'
import {formatPosition, parsePosition, type Position} from './position.ts'
import {type Selection, selectEvents} from './selection.ts'
import type {Sink} from './sink.ts'

export interface HubPorts {
  store: LakeStore
  engine: QueryEngine
  /** Id of this lake's history. */
  lake: string
  /** An event could not be decided; its listeners were told to reconnect. */
  onError: (error: unknown) => void
  /** Most streams at once. */
  maxListeners: number
  heartbeatMs: number
}

export interface ListenRequest {
  dataset: string
  options: ListenOptions
  access: DocumentAccess
  lastEventId: string | undefined
}

/** Tells listeners of committed transactions. */
export interface ListenHub {
  /**
   * Resolves when the stream may be opened: call the result with the sink.
   * @throws LakeError for a query that is no filter, ApiError 429 when there are too many listeners
   */
  prepare: (request: ListenRequest) => Promise<(sink: Sink) => void>
  /** Tells every listener to reconnect and ends the streams. */
  close: () => void
  listenerCount: () => number
}

/** A listener further behind than this many transactions starts over instead. */
const maxReplay = 10_000

export function createListenHub(ports: HubPorts): ListenHub {
  const groups = new Map<string, {dataset: string; group: ListenerGroup}>()
  const all = new Set<Listener>()
  let published = ports.store.lastSequence()
  const unsubscribe = ports.store.subscribe((transaction) => {
    published = transaction.sequence
    for (const {dataset, group} of groups.values()) {
      if (dataset === transaction.dataset) group.publish(transaction)
    }
  })
  const heartbeat = setInterval(() => {
    for (const listener of all) listener.send(heartbeatFrame)
  }, ports.heartbeatMs)
  heartbeat.unref()

  const groupOf = (key: string, dataset: string, selection: Selection): ListenerGroup => {
    const known = groups.get(key)
    if (known !== undefined) return known.group
    const group = new ListenerGroup(selection, ports.onError)
    groups.set(key, {dataset, group})
    return group
  }

  const open = (request: ListenRequest, selection: Selection, key: string, sink: Sink) => {
    const now = published
    const listener = new Listener(sink, now)
    const group = groupOf(key, request.dataset, selection)
    group.listeners.add(listener)
    all.add(listener)
    sink.onClose(() => {
      all.delete(listener)
      group.listeners.delete(listener)
      if (group.listeners.size === 0 && groups.get(key)?.group === group) groups.delete(key)
    })
    sink.open()
    greet(ports, request, selection, now, listener).catch((error: unknown) => {
      ports.onError(error)
      listener.end()
    })
  }

  return {
    async prepare(request) {
      if (all.size >= ports.maxListeners) throw tooMany('Too many listeners are open')
      const {options, access, dataset} = request
      const key = JSON.stringify([dataset, access.author, {...options, enableResume: false}])
      const selection = groups.get(key)?.group.selection ?? (await compile(ports, request))
      return (sink) => open(request, selection, key, sink)
    },
    close() {
      unsubscribe()
      clearInterval(heartbeat)
      for (const listener of all) {
        listener.send(createEventFrame('reconnect', '{}'))
        listener.end()
      }
      all.clear()
      groups.clear()
    },
    listenerCount: () => all.size,
  }
}

async function compile({engine, lake}: HubPorts, request: ListenRequest): Promise<Selection> {
  const {options, access} = request
  const filter = await engine.compileFilter(options.query, options.params, access.author)
  return {options, filter, access, lake}
}

/** Welcomes a listener, or takes it back where it was, and then lets live events through. */
async function greet(
  ports: HubPorts,
  request: ListenRequest,
  selection: Selection,
  now: number,
  listener: Listener,
): Promise<void> {
  const wanted = request.options.enableResume ? request.lastEventId : undefined
  const missed = wanted === undefined ? null : findMissed(ports, request.dataset, wanted, now)
  if (missed === null) {
    listener.send(greeting(wanted === undefined ? 'welcome' : 'reset', ports.lake, now))
  } else {
    listener.send(greeting('welcomeback', ports.lake, missed.from.sequence, missed.from.ordinal))
    for (const transaction of missed.transactions) {
      // In turn: the order of transactions is the promise.
      for (const event of await selectEvents(selection, transaction)) {
        if (isAfter(event, missed.from)) listener.send(event.frame)
      }
    }
  }
  listener.goLive()
}

interface Missed {
  from: Position
  transactions: readonly CommittedTransaction[]
}

function findMissed(
  {store, lake}: HubPorts,
  dataset: string,
  lastEventId: string,
  now: number,
): Missed | null {
  const from = parsePosition(lake, lastEventId)
  if (from === null || from.sequence > now) return null
  const since = from.ordinal === null ? from.sequence : from.sequence - 1
  const transactions = store.transactionsSince(dataset, since, maxReplay + 1)
  if (transactions.length > maxReplay) return null
  return {from, transactions: transactions.filter(({sequence}) => sequence <= now)}
}

const isAfter = (event: {sequence: number; ordinal: number}, {sequence, ordinal}: Position) =>
  event.sequence > sequence || (ordinal !== null && event.ordinal > ordinal)

function greeting(
  event: 'welcome' | 'welcomeback' | 'reset',
  lake: string,
  sequence: number,
  ordinal: number | null = null,
): Frame {
  const data = JSON.stringify({listenerName: `${lake}-${process.pid}-${sequence}`})
  return createEventFrame(event, data, formatPosition(lake, {sequence, ordinal}))
}
