import {spawn} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {projectRoot} from '../../studio/run/projectRoot.mjs'
import {readResults, toTable} from './results.ts'

/** `npm run bench`: one benchmark after the other, each a ratio within its own run; the first five write the README's table. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const results = join(folder, 'results')
writeFileSync(results, '')

console.log('One changed document: the hook of sanity-plugin-utils and the live layer')
await run(
  ['--import', './test/bench/change/loadModules.mjs', 'test/bench/change/change.bench.ts'],
  'production',
)
console.log('\nCommit → changed text in a window of a built Studio, 5,000 products')
await run(['test/bench/chromium/latency.bench.ts'])
console.log('\nStart of the dashboard with 10,000 products and 20,000 bills')
await run(['test/bench/chromium/start.bench.ts'])
console.log('\nA burst of 10,000 changes in that dashboard')
await run(['test/bench/chromium/burst.bench.ts'])
console.log('\nA hand in the dashboard: scrolling 10,000 products, opening the till')
await run(['test/bench/chromium/hand.bench.ts'])
writeTable(toTable(readResults(results)))
rmSync(folder, {recursive: true})

console.log('\nEmbedded lake: queries against plain groq-js over an array\n')
await run(['studio/lake/query/query.bench.ts'])
console.log('\nEmbedded lake: durable transactions and deliveries over HTTP\n')
await run(['test/bench/lakeServer.bench.ts'])
console.log('\nMany tills on one product in one series\n')
await run(['test/bench/contention.bench.ts'])
console.log('\nAnalytics: what a range shows, from day summaries\n')
await run(['test/bench/analytics.bench.ts'])

/**
 * In a process of its own: nothing of one benchmark lies in the memory of the next. And in a session of its own: one that
 * lets a browser go first weighs its whole session, which must not be the terminal's.
 */
async function run(args: readonly string[], mode?: string): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
    detached: true,
    env: {
      ...process.env,
      BENCH_RESULTS: results,
      ...(mode === undefined ? {} : {NODE_ENV: mode}),
    },
  })
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal)
    process.exit(1)
  }
  for (const signal of SIGNALS) process.on(signal, stop)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  for (const signal of SIGNALS) process.off(signal, stop)
  if (code !== 0) {
    console.error(`${args.at(-1)} failed; the benchmarks go on without it.`)
    process.exitCode = 1
  }
}

function writeTable(table: string): void {
  const path = join(projectRoot, 'README.md')
  const text = readFileSync(path, 'utf8')
  const markers = /(<!-- bench -->\n)[^]*?(\n<!-- \/bench -->)/
  if (!markers.test(text)) throw new Error('README.md has no <!-- bench --> … <!-- /bench -->.')
  writeFileSync(
    path,
    text.replace(markers, (_all, start, end) => `${start}\n${table}\n${end}`),
  )
}
