import {Worker} from 'node:worker_threads'

import {LakeError} from '../errors.ts'
import type {Answer, Task, WorkerMessage} from './protocol.ts'

/** Loading a large dataset may take longer than any query: this is the limit until the worker says `started`. */
const START_LIMIT_MS = 120_000
/** groq-js recurses per operator; the default 4 MB would end a chain of some hundred terms. */
const STACK_MB = 16

export interface LaneOptions {
  /** The lake's SQLite file. */
  path: string
  /** What `sanity::projectId()` gives. */
  project: string
  /** Heap of the thread: its documents and whatever a query builds. */
  memoryMb: number
}

interface Turn {
  resolve: (answer: Answer) => void
  reject: (error: LakeError) => void
  timeoutMs: number
  timer: NodeJS.Timeout
}

/** One worker thread that runs one task at a time. A thread that overran its time is killed; the next task gets a new one. */
export class Lane {
  private worker: Worker | null = null
  private turn: Turn | null = null
  private readonly options: LaneOptions

  constructor(options: LaneOptions) {
    this.options = options
  }

  get isBusy(): boolean {
    return this.turn !== null
  }

  /** Its thread is there: it holds the documents that it read before. */
  get isRunning(): boolean {
    return this.worker !== null
  }

  /** Runs a task; only while the lane is not busy. @throws LakeError of the task, or 400 `queryTimeoutError`, `queryResourceError` */
  run(task: Task, timeoutMs: number): Promise<Answer> {
    const worker = this.worker ?? this.start()
    return new Promise((resolve, reject) => {
      this.turn = {resolve, reject, timeoutMs, timer: this.limit(START_LIMIT_MS)}
      worker.ref()
      worker.postMessage(task, [])
    })
  }

  /** Kills the thread; a task that is under way fails with `error`. */
  async stop(error: LakeError): Promise<void> {
    const worker = this.worker
    this.worker = null
    this.endTurn()?.reject(error)
    await worker?.terminate()
  }

  private start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: {path: this.options.path, project: this.options.project},
      resourceLimits: {maxOldGenerationSizeMb: this.options.memoryMb, stackSizeMb: STACK_MB},
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    worker.on('message', (message: WorkerMessage) => this.take(worker, message))
    worker.on('error', (error) => this.lose(worker, error))
    worker.unref()
    this.worker = worker
    return worker
  }

  private take(worker: Worker, message: WorkerMessage): void {
    if (worker !== this.worker || this.turn === null) return
    if (message.kind === 'started') {
      clearTimeout(this.turn.timer)
      this.turn.timer = this.limit(this.turn.timeoutMs)
    }
    if (message.kind === 'done') this.endTurn()?.resolve(message.answer)
    if (message.kind === 'failed') {
      const {status, type, description, details} = message.error
      this.endTurn()?.reject(new LakeError(status, type, description, {...details}))
    }
  }

  private lose(worker: Worker, error: unknown): void {
    if (worker !== this.worker) return
    this.worker = null
    this.endTurn()?.reject(toLakeError(error))
  }

  private limit(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      const seconds = `${ms / 1000} s`
      void this.stop(
        new LakeError(
          400,
          'queryTimeoutError',
          `the query took longer than ${seconds} and was stopped; make it narrower`,
        ),
      )
    }, ms)
  }

  private endTurn(): Turn | null {
    const turn = this.turn
    this.turn = null
    if (turn !== null) clearTimeout(turn.timer)
    this.worker?.unref()
    return turn
  }
}

function toLakeError(error: unknown): LakeError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new LakeError(
      400,
      'queryResourceError',
      'the query took more memory than it may and was stopped; ask for less',
    )
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new LakeError(500, 'queryWorkerError', `the query thread ended: ${reason}`)
}
