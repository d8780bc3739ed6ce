import {LakeError} from '../errors.ts'
import {Lane, type LaneOptions} from './lane.ts'
import type {Answer, Task} from './protocol.ts'
import {RecentReaders} from './recentReaders.ts'

/** After this long behind a running task, the tasks that wait get the second thread. */
const PATIENCE_MS = 100
/** So soon after a query, and so often while there are some, the second thread reads the documents that it would need. */
const WARM_UP_MS = 250
const WARM_UP_LIMIT_MS = 120_000
const MAX_LANES = 2
const MAX_WAITING = 10_000

interface Waiting {
  task: Task
  timeoutMs: number
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * The threads of an engine and the tasks that wait for one: what waits is never lost when a thread is killed. The second
 * thread holds the documents too, ready for the moment when the first one is busy with something long.
 */
export class Lanes {
  private readonly lanes: Lane[]
  private readonly options: LaneOptions
  private readonly waiting: Waiting[] = []
  private readonly readers = new RecentReaders()
  private patience: NodeJS.Timeout | null = null
  private warmUp: NodeJS.Timeout | null = null
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
    if (task.kind === 'query') this.readers.note(task)
    this.warmUp ??= setTimeout(() => this.endWarmUp(), WARM_UP_MS).unref()
    return new Promise((resolve, reject) => {
      this.waiting.push({task, timeoutMs, resolve, reject})
      this.dispatch()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    if (this.patience !== null) clearTimeout(this.patience)
    if (this.warmUp !== null) clearTimeout(this.warmUp)
    for (const waiting of this.waiting.splice(0)) waiting.reject(closing())
    await Promise.all(this.lanes.map((lane) => lane.stop(closing())))
  }

  private dispatch(): void {
    if (this.closed) return
    this.warmKilled()
    for (let lane = this.freeLane(); lane !== undefined; lane = this.freeLane()) {
      const next = this.waiting.shift()
      if (next === undefined) return
      lane
        .run(next.task, next.timeoutMs)
        .then(next.resolve, next.reject)
        .finally(() => this.dispatch())
        .catch(next.reject)
    }
    if (this.waiting.length > 0) this.patience ??= setTimeout(() => this.endPatience(), PATIENCE_MS)
  }

  private freeLane(): Lane | undefined {
    const free = this.lanes.filter((lane) => !lane.isBusy)
    return free.find((lane) => lane.isRunning) ?? free[0]
  }

  /** A thread that was killed reads the documents again before it takes a task, as long as there is another. */
  private warmKilled(): void {
    const killed = this.lanes.find((lane) => !lane.isBusy && !lane.isRunning)
    if (killed !== undefined && this.lanes.some((lane) => lane.isRunning)) this.warm(killed)
  }

  private endPatience(): void {
    this.patience = null
    if (this.waiting.length > 0) this.warmSpare()
  }

  private endWarmUp(): void {
    this.warmUp = null
    this.warmSpare()
  }

  /** Brings a thread that is free in step, or a new one. */
  private warmSpare(): void {
    if (this.closed) return
    if (this.lanes.length < MAX_LANES) this.lanes.push(new Lane(this.options))
    const spare = this.lanes.findLast((lane) => !lane.isBusy)
    if (spare !== undefined) this.warm(spare)
  }

  /** Busy until it has read the documents: a task given to it meanwhile would be overtaken by all others. */
  private warm(lane: Lane): void {
    lane
      .run({kind: 'warm', readers: this.readers.list()}, WARM_UP_LIMIT_MS)
      .catch(() => this.drop(lane))
      .finally(() => this.dispatch())
  }

  /** What waits is for the other thread, which tells by itself when it cannot read the file either. */
  private drop(lane: Lane): void {
    if (this.lanes.length === 1) return
    this.lanes.splice(this.lanes.indexOf(lane), 1)
    void lane.stop(closing())
  }
}

function closing(): LakeError {
  return new LakeError(503, 'lakeClosingError', 'the lake is closing')
}
