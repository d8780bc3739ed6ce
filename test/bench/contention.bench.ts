import {parseArgs} from 'node:util'
import {exportDocuments} from '../../studio/demo/verify/exportDocuments.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {checkHistory} from '../operations/history/checkHistory.ts'
import type {HistoryLine} from '../operations/history/historyLog.ts'
import {createRandom} from '../operations/random.ts'
import {startLakeProcess} from '../operations/tills/lakeProcess.ts'
import {openShop, planTills} from '../operations/tills/openShop.ts'
import {sell} from '../operations/tills/sell.ts'
import {percentile} from './percentile.ts'

/**
 * Tills that all sell one product in one series, each with a client of its own, against a lake in a process of its own
 * that answers `latency` ms late; for `seconds`. Each till sells again at once, which no shop does, or after a `pause` of so
 * many seconds on average. Afterwards the independent checker judges the history.
 *
 * `node test/bench/contention.bench.ts --tills 50 --seconds 15 --latency 0 --latency 80 --pause 0 --pause 20`
 */
const {values} = parseArgs({
  options: {
    tills: {type: 'string', default: '50'},
    seconds: {type: 'string', default: process.env['TEST_SIZE'] === 'long' ? '60' : '12'},
    latency: {type: 'string', multiple: true, default: ['0', '80']},
    pause: {type: 'string', multiple: true, default: ['0', '20']},
  },
})

for (const pause of values.pause) {
  for (const latency of values.latency) {
    await measure(Number(values.tills), Number(values.seconds), Number(latency), Number(pause))
  }
}

async function measure(
  count: number,
  seconds: number,
  latency: number,
  pause: number,
): Promise<void> {
  const lake = await startLakeProcess(latency)
  try {
    const products = await openShop(createLakeClient(lake, 'production'), [1_000_000, 1_000_000])
    const log: HistoryLine[] = []
    const end = Date.now() + seconds * 1000
    const tills = planTills(count, 2_000, products, createRandom(7))
    await Promise.all(
      tills.map((till) =>
        sell(till, {
          client: createLakeClient(lake, 'production'),
          log: (line) => void log.push(line),
          finished: new Set(),
          deadline: 300_000,
          until: end,
          pause: pause * 1000,
        }),
      ),
    )
    const took = (Date.now() - end) / 1000 + seconds
    const paused = pause === 0 ? '' : `, a sale every ${pause} s each`
    report(`${count} tills, ${latency} ms${paused}`, log, took, count)
    const faults = checkHistory(log, await exportDocuments(createLakeClient(lake, 'production')))
    console.log(faults.length === 0 ? '  checked: no fault' : `  FAULTS ${faults.join('\n  ')}`)
    if (faults.length > 0) process.exitCode = 1
  } finally {
    await lake.close()
  }
}

function report(title: string, log: readonly HistoryLine[], took: number, count: number): void {
  const asked = new Map(log.flatMap((line) => (line.event === 'asked' ? [[line.key, line]] : [])))
  const done = log.filter((line) => line.event === 'done')
  const times = done.map(({key, at}) => at - (asked.get(key)?.at ?? at))
  const perTill = new Map<string, number>()
  for (const {key} of done) {
    const till = asked.get(key)?.till ?? ''
    perTill.set(till, (perTill.get(till) ?? 0) + 1)
  }
  const repeated = done.reduce((sum, line) => sum + line.repeated, 0)
  const shares = [...perTill.values()]
  const least = perTill.size < count ? 0 : Math.min(...shares)
  console.log(
    `${title}: ${done.length} operations in ${took.toFixed(1)} s (${(done.length / took).toFixed(1)} a second), ` +
      `p50 ${percentile(times, 0.5)} ms, p99 ${percentile(times, 0.99)} ms, longest ${Math.max(...times)} ms, ` +
      `${repeated} attempts lost a race (${(repeated / done.length).toFixed(2)} an operation), ` +
      `per till ${least}–${Math.max(...shares)}`,
  )
}
