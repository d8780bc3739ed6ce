import {Lanes} from './lanes.ts'
import {createListenFilter, type ListenFilter} from './listenFilter.ts'
import type {Perspective} from './perspective.ts'
import type {Answer} from './protocol.ts'

/** Time limit of a query, in milliseconds, when neither the options nor the request name one. */
export const DEFAULT_TIMEOUT_MS = 10_000

/** Heap of one query thread, in megabytes, when the options name none. */
const DEFAULT_MEMORY_MB = 2_048

export interface QueryEngineOptions {
  /** The lake's SQLite file; opened read-only with the first query. */
  path: string
  /** What `sanity::projectId()` gives. Default: an empty text. */
  project?: string
  /** Heap of one query thread (there are at most two), in megabytes. Default 2,048. */
  memoryMb?: number
  /** Time limit of a query whose request names none, in milliseconds. Default 10,000. */
  timeoutMs?: number
}

export interface QueryRequest {
  dataset: string
  query: string
  /** JSON values by name, without the `$`. */
  params: {readonly [name: string]: unknown}
  /** `raw`, `published`, `drafts`, or a stack of release names and `drafts`, first wins. */
  perspective: Perspective
  /** GROQ filter on raw documents, from grants; null = all. */
  readFilter: string | null
  /** User id for `identity()`. */
  identity?: string
  /** The query sees at least this transaction. */
  minSequence?: number
  /** Milliseconds, counted once the documents are loaded. */
  timeoutMs?: number
}

/** Answers GROQ over the documents of a lake file, in threads of its own that it kills when a query overruns its time. */
export interface QueryEngine {
  /**
   * @throws LakeError 400 `queryParseError` (details: `query`, `start`, `end`), `queryTimeoutError`, `queryResourceError`; 503 when closing
   */
  query(request: QueryRequest): Promise<{result: unknown; ms: number}>
  /** The same, with the result as JSON text: no second parse for who only passes it on. */
  queryText(request: QueryRequest): Promise<{json: string; ms: number}>
  /**
   * Compiles a listener's query; only its filter counts.
   * @throws LakeError 400 `queryParseError`; `{type, description: message, ...details}` is the `error` of a `channelError` frame
   */
  compileFilter(
    query: string,
    params: {readonly [name: string]: unknown},
    identity?: string,
  ): Promise<ListenFilter>
  close(): Promise<void>
}

/** Opens the query engine of a lake file; the threads start with the first query. */
export function createQueryEngine({
  path,
  project = '',
  memoryMb = DEFAULT_MEMORY_MB,
  timeoutMs: usualTimeoutMs = DEFAULT_TIMEOUT_MS,
}: QueryEngineOptions): QueryEngine {
  const lanes = new Lanes({path, project, memoryMb})
  const queryText = async (request: QueryRequest) => {
    const {timeoutMs = usualTimeoutMs, minSequence = 0, ...task} = request
    return expectQuery(await lanes.run({kind: 'query', minSequence, ...task}, timeoutMs))
  }
  return {
    queryText,
    async query(request) {
      const {json, ms} = await queryText(request)
      const result: unknown = JSON.parse(json)
      return {result, ms}
    },
    compileFilter: (query, params, identity) => createListenFilter(lanes, query, params, identity),
    close: () => lanes.close(),
  }
}

function expectQuery(answer: Answer): {json: string; ms: number} {
  if (answer.kind !== 'query')
    throw new Error(`the query worker answered a query with ${answer.kind}`)
  return {json: answer.json, ms: answer.ms}
}
