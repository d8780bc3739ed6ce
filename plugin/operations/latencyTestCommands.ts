import type {LatencyAnswer, LatencyTest, TestChange} from '../domain/documents.ts'
import type {Keyed} from './keyed.ts'

export interface BeginLatencyTestCommand extends Keyed {
  change: TestChange
}

export interface AnswerLatencyTestCommand
  extends
    Keyed,
    Pick<LatencyAnswer, 'device' | 'place' | 'isHidden' | 'ms' | 'uncertainty' | 'latency'> {
  /** Document id of the test. */
  test: string
  /** The window that answers. */
  window: string
}

export interface EndLatencyTestCommand extends Keyed {
  /** Document id of the test. */
  test: string
}

/** The temporary documents by which every open window says how long a test operation took to its screen. */
export interface LatencyTestOperations {
  begin(command: BeginLatencyTestCommand): Promise<{test: LatencyTest}>
  /** @throws ShopError `not-found` when the test is over */
  answer(command: AnswerLatencyTestCommand): Promise<{test: LatencyTest}>
  /** Deletes the test and its answers. @throws ShopError `not-found` when they are gone */
  end(command: EndLatencyTestCommand): Promise<void>
}
