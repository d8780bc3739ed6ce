import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {lastValueFrom} from 'rxjs'
import {expect, it} from 'vitest'
import {sumSummaries, salesByPeriod} from '../../plugin/domain/analytics/salesSums.ts'
import type {DaySummary, StockTransaction} from '../../plugin/domain/documents.ts'
import {countCohorts} from '../../plugin/live/history/countCohorts.ts'
import {countSales} from '../../plugin/live/history/countSales.ts'
import {projectRoot} from '../../studio/run/projectRoot.mjs'
import {startTestLake} from '../rig/lake.ts'
import {sized} from '../rig/size.ts'
import {runDemoCommand} from './commands.ts'
import {countHistory} from './countHistory.ts'

const december = join(projectRoot, '../shared/data/online-retail/2010-12.csv.gz')
const RANGE = {from: '2010-12-01', to: '2010-12-31'}

it('counts a real December by day, product and customer as its CSV and its ledger do', async ({
  skip,
}) => {
  if (!existsSync(december)) {
    const reason =
      'The online-retail history is not beside the project (../shared/data/online-retail).'
    console.log(`Not run: ${reason}`)
    skip(reason)
  }
  const folder = mkdtempSync(join(tmpdir(), 'test-analytics-'))
  const lake = await startTestLake()
  try {
    const csv = gunzipSync(readFileSync(december)).toString('utf8')
    const text = csv.split('\n').slice(0, sized(900, 42_482)).join('\n')
    const path = join(folder, 'slice.csv')
    writeFileSync(path, text)
    const to = ['--lake', lake.url, '--token', lake.token, '--dataset', 'production']
    const replay = await runDemoCommand('replay', [path, ...to, '--json'])
    expect(replay.stderr).not.toContain('stopped')

    const expected = countHistory([text])
    const client = lake.client()
    const summaries = await client.fetch<DaySummary[]>('*[_type == "daySummary"]')
    const days = salesByPeriod(summaries, RANGE, 'day')
      .filter(({sums}) => sums.bills > 0 || sums.credits > 0)
      .map(({from, sums: {bills, sales, credits}}) => [from, {bills, sales, credits}])
    expect(Object.fromEntries(days)).toEqual(expected.days)

    const {count, isDone, unreadable} = await lastValueFrom(countSales(client, RANGE))
    const whole = sumSummaries(summaries)
    expect({isDone, unreadable}).toEqual({isDone: true, unreadable: 0})
    expect(count).toMatchObject({
      bills: expected.bills,
      sales: whole.sales,
      credits: whole.credits,
    })
    const products = [...count.products.values()]
    const cost = products.reduce((sum, product) => sum + product.cost, 0)
    expect(cost).toBe(whole.cost)
    expect(Object.fromEntries(products.map(({product, quantity}) => [product, quantity]))).toEqual(
      await soldByLedger(
        client.fetch<StockTransaction[]>('*[_type == "stockTransaction"]'),
        products,
      ),
    )

    const cohorts = await lastValueFrom(countCohorts(client))
    const named = [...count.customers.values()].filter(({bills}) => bills > 0)
    expect(cohorts.months.size).toBe(named.length)
  } finally {
    await lake.close()
    rmSync(folder, {recursive: true, force: true})
  }
})

/** Sold less returned by the entries of sales and returns; products without stock by nothing but their bills. */
async function soldByLedger(
  fetched: Promise<readonly StockTransaction[]>,
  products: readonly {product: string; quantity: number}[],
): Promise<Record<string, number>> {
  const moved = new Map<string, number>()
  for (const {kind, product, quantity} of await fetched) {
    if (kind !== 'sale' && kind !== 'return') continue
    moved.set(product._ref, (moved.get(product._ref) ?? 0) - quantity)
  }
  return Object.fromEntries(
    products.map(({product, quantity}) => [product, moved.get(product) ?? quantity]),
  )
}
