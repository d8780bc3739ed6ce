import type {Perspective} from './perspective.ts'
import type {Predicate} from './predicate.ts'

export interface QueryTask {
  kind: 'query'
  dataset: string
  query: string
  params: {readonly [name: string]: unknown}
  perspective: Perspective
  readFilter: string | null
  identity?: string | undefined
  minSequence: number
}

/** Whose documents a thread is to have ready. */
export interface WarmReader {
  dataset: string
  perspective: Perspective
  readFilter: string | null
  identity?: string | undefined
}

/** Brings the documents of the thread in step, and does nothing more. */
export interface WarmTask {
  kind: 'warm'
  readers: readonly WarmReader[]
}

/** Reads a listener's query and says how its filter is evaluated. */
export interface CompileTask {
  kind: 'compile'
  query: string
  params: {readonly [name: string]: unknown}
}

/** The two sides of a change, as far as the listener may read them. */
export interface Change {
  before: {readonly [attribute: string]: unknown} | null
  after: {readonly [attribute: string]: unknown} | null
}

/** Evaluates a listener's filter that no predicate expresses on one document. */
export interface MatchTask {
  kind: 'match'
  query: string
  params: {readonly [name: string]: unknown}
  document: {readonly [attribute: string]: unknown}
  /** Given when the filter looks at it. */
  change?: Change
  identity?: string | undefined
}

export type Task = QueryTask | WarmTask | CompileTask | MatchTask

export interface ErrorMessage {
  status: number
  type: string
  description: string
  details: {readonly [name: string]: unknown}
}

/**
 * What the worker says: `ready` once, then for each task `started` (the mirror is in step: the time limit counts from
 * here) and `done` or `failed`.
 */
export type WorkerMessage =
  | {kind: 'ready'}
  | {kind: 'started'}
  | {kind: 'failed'; error: ErrorMessage}
  | {kind: 'done'; answer: Answer}

export type Answer =
  | {kind: 'query'; /** The result as JSON text. */ json: string; ms: number}
  | {
      kind: 'compile'
      /** null: only the worker can evaluate it. */ predicate: Predicate | null
      /** It looks at the change. */ isDelta: boolean
    }
  | {kind: 'match'; matches: boolean}
  | {kind: 'warm'}
