import {readFileSync} from 'node:fs'
import {
  array,
  boolean,
  literal,
  nullish,
  object,
  optional,
  parse,
  record,
  string,
  unknown,
  variant,
  type InferOutput,
} from 'valibot'

const dataset = object({
  _type: literal('dataset'),
  _id: string(),
  /** Absent when the documents stand at an address. */
  documents: optional(array(record(string(), unknown()))),
})
const test = object({
  _type: literal('test'),
  _id: string(),
  filename: string(),
  query: string(),
  result: optional(unknown()),
  valid: boolean(),
  version: nullish(string()),
  features: optional(array(string())),
  params: nullish(record(string(), unknown())),
  dataset: object({_ref: string()}),
})
const entry = variant('_type', [dataset, test])

export type SuiteTest = InferOutput<typeof test>
export type SuiteDocuments = ReadonlyMap<string, readonly Record<string, unknown>[]>

/** The compiled public GROQ test suite: `suite.ndjson` of its releases, or of its own build script. */
export function readSuite(path: string): {documents: SuiteDocuments; tests: readonly SuiteTest[]} {
  const documents = new Map<string, readonly Record<string, unknown>[]>()
  const tests: SuiteTest[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue
    const read = parse(entry, JSON.parse(line))
    if (read._type === 'test') tests.push(read)
    else if (read.documents !== undefined) documents.set(read._id, read.documents)
  }
  return {documents, tests}
}

/**
 * Why a test of the suite says nothing about a lake of API 2025-02-19, or `null` when it does: shapes on the globe, the
 * GROQ before version 1, films at an address, and results that the suite leaves open.
 */
export function whyNotForLakes(test: SuiteTest, documents: SuiteDocuments): string | null {
  if (test.features?.includes('geoFunctions') === true) return 'geo functions'
  if (test.version === '0.1') return 'GROQ 0.1'
  if (!documents.has(test.dataset._ref)) return 'documents at an address'
  if (test.valid && test.result === undefined) return 'no result given'
  return null
}
