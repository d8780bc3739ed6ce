import {expect, it} from 'vitest'
import type {Lake} from '../../../studio/lake/lake.ts'
import {adminToken, openTestLake} from '../lakeRig.ts'
import {readSuite, type SuiteDocuments, type SuiteTest, whyNotForLakes} from './suiteEntries.ts'
import {withPositions, withoutStamps} from './suiteResults.ts'

const path = process.env['GROQ_SUITE']
const minutes = 60_000

it.skipIf(path === undefined)(
  'passes every test of the public GROQ test suite that concerns a lake, over HTTP',
  async () => {
    const {documents, tests} = readSuite(path ?? '')
    const lakes = tests.filter((test) => whyNotForLakes(test, documents) === null)
    for (const [reason, count] of countReasons(tests, documents))
      console.info(`GROQ suite: ${count} tests left out: ${reason}`)
    const ask = await openSuite(documents)
    const failures: string[] = []
    for (const test of lakes) if (!(await passes(test, ask))) failures.push(test._id)
    console.info(`GROQ suite: ${lakes.length - failures.length} of ${lakes.length} passed`)
    expect(failures).toEqual([])
    expect(lakes.length).toBeGreaterThan(7_000)
  },
  10 * minutes,
)

if (path === undefined) {
  console.info('GROQ suite skipped: set GROQ_SUITE to suite.ndjson of sanity-io/groq-test-suite')
}

type Ask = (test: SuiteTest) => Promise<{ok: boolean; result: unknown}>

/** A lake with one dataset for each set of documents. */
async function openSuite(documents: SuiteDocuments): Promise<Ask> {
  const names = new Map([...documents.keys()].map((id, index) => [id, `suite-${index}`]))
  const datasets = [...names.values()].map((name) => ({name, aclMode: 'private' as const}))
  const lake = await openTestLake({datasets})
  for (const [id, content] of documents) {
    const mutations = content.map((document) => ({create: document}))
    const {ok} = await post(lake, `mutate/${names.get(id)}`, {mutations})
    if (!ok) throw new Error(`The lake refused the documents "${id}" of the suite`)
  }
  return (test) =>
    post(lake, `query/${names.get(test.dataset._ref)}?perspective=raw`, {
      query: test.query,
      params: test.params ?? {},
    })
}

async function post(lake: Lake, path: string, body: object) {
  const response = await fetch(`${lake.url}/v2025-02-19/data/${path}`, {
    method: 'POST',
    headers: {authorization: `Bearer ${adminToken}`, 'content-type': 'application/json'},
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  const result = answer instanceof Object && 'result' in answer ? answer.result : null
  return {ok: response.ok, result}
}

async function passes(test: SuiteTest, ask: Ask): Promise<boolean> {
  const {ok, result} = await ask(test)
  if (!test.valid) return !ok
  if (!ok) return false
  return expect
    .objectContaining({result: test.result})
    .asymmetricMatch({result: withPositions(withoutStamps(result))})
}

function countReasons(tests: readonly SuiteTest[], documents: SuiteDocuments) {
  const counts = new Map<string, number>()
  for (const test of tests) {
    const reason = whyNotForLakes(test, documents)
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return counts
}
