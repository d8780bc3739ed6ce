import {type EventFrame, type Selection, selectEvents} from './selection.ts'
import type {CommittedTransaction} from '../types.ts'
import {type Frame, joinFrames} from './frame.ts'
import type {Sink} from './sink.ts'

/**
 * A reader that leaves this much untaken is dropped; it reconnects and starts over. All streams of one
 * socket share it, so it has to hold a burst of them.
 */
export const maxPendingBytes = 64_000_000

/** One open stream. Live events wait until what it missed was replayed. */
export class Listener {
  readonly #sink: Sink
  readonly #after: number
  #waiting: EventFrame[] | null = []
  #closed = false

  /** @param after - transactions up to this sequence are not live for this listener */
  constructor(sink: Sink, after: number) {
    this.#sink = sink
    this.#after = after
    sink.onClose(() => {
      this.#closed = true
      this.#waiting = []
    })
  }

  /** Ends the time of waiting: what came meanwhile follows, later events are sent at once. */
  goLive(): void {
    const waiting = this.#waiting ?? []
    this.#waiting = null
    for (const event of waiting) this.send(event.frame)
  }

  /** @param joined - the frames of all events in one, for who needs them all now */
  deliver(events: readonly EventFrame[], joined: Frame): void {
    const isLive = this.#waiting === null && events.every(({sequence}) => sequence > this.#after)
    if (isLive) return this.send(joined)
    for (const event of events) {
      if (event.sequence <= this.#after) continue
      if (this.#waiting === null) this.send(event.frame)
      else this.#waiting.push(event)
    }
  }

  send(frame: Frame): void {
    if (this.#closed) return
    if (this.#sink.pendingBytes() > maxPendingBytes) {
      this.#closed = true
      this.#sink.drop()
      return
    }
    this.#sink.write(frame)
  }

  end(): void {
    if (this.#closed) return
    this.#closed = true
    this.#sink.end()
  }
}

/** Listeners that hear exactly the same: their events are matched and written out once. */
export class ListenerGroup {
  readonly selection: Selection
  readonly listeners = new Set<Listener>()
  readonly #onError: (error: unknown) => void
  /** Set while a filter is asked asynchronously: what follows must keep its place. */
  #queue: Promise<void> | null = null
  /** Events of this turn: transactions that shared a disk sync go out in one write per listener. */
  #batch: EventFrame[] = []

  constructor(selection: Selection, onError: (error: unknown) => void) {
    this.selection = selection
    this.#onError = onError
  }

  publish(transaction: CommittedTransaction): void {
    if (this.#queue === null) {
      const events = selectEvents(this.selection, transaction)
      if (!(events instanceof Promise)) this.#deliver(events)
      else this.#enqueue(() => events)
      return
    }
    this.#enqueue(() => selectEvents(this.selection, transaction))
  }

  #enqueue(select: () => readonly EventFrame[] | Promise<readonly EventFrame[]>): void {
    const queue = (this.#queue ?? Promise.resolve())
      .then(select)
      .then((events) => this.#deliver(events))
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        if (this.#queue === queue) this.#queue = null
      })
    this.#queue = queue
  }

  #deliver(events: readonly EventFrame[]): void {
    if (events.length === 0) return
    if (this.#batch.length === 0) queueMicrotask(() => this.#flush())
    this.#batch.push(...events)
  }

  #flush(): void {
    const events = this.#batch
    this.#batch = []
    const joined = joinFrames(events.map(({frame}) => frame))
    for (const listener of this.listeners) listener.deliver(events, joined)
  }

  /** An event that cannot be decided must not be lost silently: the readers reconnect and start over. */
  #fail(error: unknown): void {
    this.#onError(error)
    for (const listener of this.listeners) listener.end()
    this.listeners.clear()
  }
}
