import type {Actor, CommandRecord, ShopDocument} from './base.ts'

/** What a test operation changes: how a window knows that it has arrived. `nothing`: the test's own document is all. */
export type TestChange =
  | {what: 'nothing'}
  | {what: 'brand'; name: string}
  | {what: 'bill'; id: string}
  /** A ledger entry of this product with a higher sequence. */
  | {what: 'stock'; product: string; after: number}

/** Commit to screen over the last changes of one window, whole ms. */
export interface LatencyFigures {
  p50: number
  p95: number
  /** How many changes. */
  measured: number
}

/** What one open window says to a test. */
export interface LatencyAnswer {
  /** The window, as long as its page lives. */
  _key: string
  /** Browser and operating system. */
  device: string
  /** Path of the page that it shows. */
  place: string
  by: Actor
  /** In the background: nothing of it is painted. */
  isHidden: boolean
  /** From the commit to its screen by the lake's clock, whole ms. */
  ms: number
  /** By how much its clock and the lake's may differ all the same, whole ms. */
  uncertainty: number
  latency?: LatencyFigures
  command: CommandRecord
}

/**
 * A test operation of *Diagnostics* that every open window answers, id `latencyTest.<hash>`: written before the operation,
 * deleted after the answers. It belongs to no list, figure, proof or export, and has no type in the Studio.
 */
export interface LatencyTest extends ShopDocument {
  _type: 'latencyTest'
  change: TestChange
  by: Actor
  at: string
  answers: readonly LatencyAnswer[]
  command: CommandRecord
}
