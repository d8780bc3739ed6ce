import {LakeError} from '../errors.ts'
import {Lane, type LaneOptions} from './lane.ts'
import type {Answer, Task} from './protocol.ts'

/** After this long behind a running task, the tasks that wait get a second thread. */
const PATIENCE_MS = 100
const MAX_LANES = 2
const MAX_WAITING = 10_000
/** A second thread holds the documents a second time; it goes when nobody needed it for this long. */
const IDLE_MS = 60_000

interface Waiting {
  task: Task
  timeoutMs: number
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/** The threads of an engine and the tasks that wait for one: what waits is never lost when a thread is killed. */
export class Lanes {
  private readonly lanes: Lane[]
  private readonly options: LaneOptions
  private readonly waiting: Waiting[] = []
  private patience: NodeJS.Timeout | null = null
  private idle: NodeJS.Timeout | null = null
  private closed = false

  constructor(options: LaneOptions) {
    this.options = options
    this.lanes = [new Lane(options)]
  }

  /** Runs a task on the first free thread. @throws LakeError */
  run(task: Task, timeoutMs: number): Promise<Answer> {
    if (this.closed) return Promise.reject(closing())
    if (this.waiting.length >= MAX_WAITING)
      return Promise.reject(new LakeError(503, 'lakeBusyError', 'too many queries wait; ask again'))
    return new Promise((resolve, reject) => {
      this.waiting.push({task, timeoutMs, resolve, reject})
      this.dispatch()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    if (this.patience !== null) clearTimeout(this.patience)
    if (this.idle !== null) clearTimeout(this.idle)
    for (const waiting of this.waiting.splice(0)) waiting.reject(closing())
    await Promise.all(this.lanes.map((lane) => lane.stop(closing())))
  }

  private dispatch(): void {
    for (const lane of this.lanes) {
      if (lane.isBusy) continue
      const next = this.waiting.shift()
      if (next === undefined) return
      lane
        .run(next.task, next.timeoutMs)
        .then(next.resolve, next.reject)
        .finally(() => this.dispatch())
        .catch(next.reject)
    }
    if (this.waiting.length > 0 && this.lanes.length < MAX_LANES) this.addLaneSoon()
  }

  private addLaneSoon(): void {
    this.patience ??= setTimeout(() => {
      this.patience = null
      const first = this.waiting[0]
      if (first === undefined || this.closed || this.lanes.length >= MAX_LANES) return
      const lane = new Lane(this.options)
      this.lanes.push(lane)
      this.dropLaneLater()
      // busy until it has read the documents: a task given to it meanwhile would be overtaken by all others
      lane
        .run(toWarmUp(first.task), first.timeoutMs)
        .catch(() => this.drop(lane))
        .finally(() => this.dispatch())
    }, PATIENCE_MS)
  }

  private dropLaneLater(): void {
    if (this.idle !== null) clearTimeout(this.idle)
    this.idle = setTimeout(() => {
      const lane = this.lanes.at(-1)
      if (lane === undefined || this.lanes.length === 1) return
      if (lane.isBusy) return this.dropLaneLater()
      this.drop(lane)
    }, IDLE_MS).unref()
  }

  /** What waits is for the other thread, which tells by itself when it cannot read the file either. */
  private drop(lane: Lane): void {
    this.lanes.splice(this.lanes.indexOf(lane), 1)
    void lane.stop(closing())
  }
}

/** Brings a new thread's documents in step, and does nothing more. */
function toWarmUp(task: Task): Task {
  return task.kind === 'query'
    ? {...task, query: 'now()', params: {}, readFilter: null}
    : {kind: 'compile', query: '*', params: {}}
}

function closing(): LakeError {
  return new LakeError(503, 'lakeClosingError', 'the lake is closing')
}
