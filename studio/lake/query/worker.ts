import {parentPort, workerData} from 'node:worker_threads'

import {cannotRead, LakeError} from '../errors.ts'
import {evaluateQuery} from './evaluate.ts'
import {compileListenQuery, isDeltaQuery, matchListenQuery} from './listenQuery.ts'
import {isRecord} from './guards.ts'
import type {Mirror} from './mirror.ts'
import {type MirrorSource, openMirrorSource} from './mirrorSync.ts'
import {parseQuery} from './parseQuery.ts'
import type {Answer, ErrorMessage, QueryTask, Task, WarmTask, WorkerMessage} from './protocol.ts'

/** Entry of the worker thread: one task at a time, whatever it costs; the engine outside kills the thread when it takes too long. */
const port = parentPort
if (port === null) throw new Error('worker.ts runs in a worker thread only')

const {path, project} = readWorkerData(workerData)
let source: MirrorSource | null = null

function readWorkerData(data: unknown): {path: string; project: string} {
  if (isRecord(data) && typeof data['path'] === 'string' && typeof data['project'] === 'string')
    return {path: data['path'], project: data['project']}
  throw new Error('worker.ts needs {path, project} as workerData: the lake file and its project')
}

function say(message: WorkerMessage): void {
  port?.postMessage(message)
}

async function runTask(task: Task): Promise<Answer> {
  if (task.kind === 'query') return runQuery(task)
  if (task.kind === 'warm') return warmUp(task)
  say({kind: 'started'})
  if (task.kind === 'compile')
    return {
      kind: 'compile',
      predicate: compileListenQuery(task.query, task.params),
      isDelta: isDeltaQuery(task.query, task.params),
    }
  return {kind: 'match', matches: await matchListenQuery(task)}
}

function warmUp({readers}: WarmTask): Answer {
  for (const reader of readers) readMirror(reader.dataset, 0).warm(reader)
  return {kind: 'warm'}
}

/** @throws LakeError 500 when the file cannot be read */
function readMirror(dataset: string, minSequence: number): Mirror {
  try {
    source ??= openMirrorSource(path)
    return source.mirrorOf(dataset, minSequence)
  } catch (error) {
    if (error instanceof LakeError) throw error
    throw cannotRead(error)
  }
}

async function runQuery(task: QueryTask): Promise<Answer> {
  const view = readMirror(task.dataset, task.minSequence).viewFor(task)
  say({kind: 'started'})
  const start = performance.now()
  const parsed = parseQuery(task.query, task.params)
  const result = await evaluateQuery(parsed, view, {
    identity: task.identity,
    now: new Date(),
    dataset: task.dataset,
    project,
  })
  const json = JSON.stringify(result ?? null)
  return {kind: 'query', json, ms: Math.round(performance.now() - start)}
}

function toErrorMessage(error: unknown): ErrorMessage {
  if (error instanceof LakeError) {
    return {
      status: error.status,
      type: error.type,
      description: error.message,
      details: error.details,
    }
  }
  if (error instanceof RangeError) {
    return {
      status: 400,
      type: 'queryResourceError',
      description: `the query is too large to evaluate (${error.message})`,
      details: {},
    }
  }
  const description = error instanceof Error ? error.message : String(error)
  return {status: 500, type: 'queryEvaluationError', description, details: {}}
}

port.on('message', (task: Task) => {
  runTask(task).then(
    (answer) => say({kind: 'done', answer}),
    (error: unknown) => say({kind: 'failed', error: toErrorMessage(error)}),
  )
})
say({kind: 'ready'})
