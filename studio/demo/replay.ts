import {ShopError} from '../../plugin/domain/errors.ts'
import {LakeStoreError} from '../lake/errors.ts'
import {CommandError} from '../run/errors.ts'
import {connectLake, ensureDataset} from './connectLake.ts'
import {readReplayArguments} from './replay/arguments.ts'
import {ReplayInputError} from './replay/errors.ts'
import {planReplay} from './replay/planReplay.ts'
import {createProgressBar} from './replay/progressBar.ts'
import {readSales, type SalesFile} from './replay/readSales.ts'
import {readStock} from './replay/readStock.ts'
import {formatReport} from './replay/report.ts'
import {runReplay} from './replay/runReplay.ts'

/** `npm run replay`: sells real histories through the shop's own operations. */
async function main(): Promise<void> {
  const {files, lake, json} = readReplayArguments(process.argv.slice(2))
  const sales: SalesFile[] = []
  for (const file of files) sales.push(await readSales(file))
  const plan = planReplay(sales)
  const connected = await connectLake(lake)
  try {
    await ensureDataset(connected.client)
    if (!json) process.stderr.write(`Into ${lake.dataset} of the lake at ${connected.url}\n`)
    const started = performance.now()
    const tally = await runReplay(connected.client, plan, createProgressBar('Selling'))
    tellRate(sales, performance.now() - started)
    const figures = tally.figures()
    const stock = await readStock(connected.client, plan.products)
    process.stdout.write(
      json
        ? `${JSON.stringify({...figures, stock}, null, 2)}\n`
        : `${formatReport(figures, tally.words())}\n`,
    )
  } finally {
    await connected.close()
  }
}

/** Beside the figures, so that those are the same however quick the machine is. */
function tellRate(sales: readonly SalesFile[], milliseconds: number): void {
  const rows = sales.reduce((sum, file) => sum + file.rows.length, 0)
  const seconds = milliseconds / 1000
  const rate = Math.round(rows / seconds)
  process.stderr.write(`${rows} rows in ${seconds.toFixed(1)} s, ${rate} a second\n`)
}

function fail(error: unknown): void {
  process.exitCode = error instanceof ReplayInputError ? 2 : 1
  const known =
    error instanceof ReplayInputError ||
    error instanceof CommandError ||
    error instanceof LakeStoreError ||
    error instanceof ShopError
  process.stderr.write(known ? `${error.message}\n` : `The replay stopped: ${wordsOf(error)}\n`)
}

/** One line: a lake's refusal, a connection that failed. What was sold stays; a next run goes on. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return `${message.split('\n')[0] ?? message} What was sold until then is kept; run it again to go on.`
}

main().catch(fail)
