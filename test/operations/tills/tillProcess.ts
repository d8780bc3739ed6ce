import {readFileSync} from 'node:fs'
import {createLakeClient} from '../../../studio/run/lakeClient.ts'
import {logTo, readLog} from '../history/historyLog.ts'
import {sell} from './sell.ts'
import type {Till} from './sell.ts'

/** What a process of tills is told, in a file: its whole journal of commands, so that a killed one can begin again. */
export interface TillProcessOrder {
  lake: {url: string; token: string}
  log: string
  deadline: number
  tills: readonly Till[]
}

const [path = ''] = process.argv.slice(2)
const order: TillProcessOrder = JSON.parse(readFileSync(path, 'utf8'))
const finished = new Set(
  readLog(order.log).flatMap(({event, key}) =>
    event === 'done' || event === 'refused' ? [key] : [],
  ),
)
const client = createLakeClient(order.lake, 'production')
const log = logTo(order.log)
await Promise.all(
  order.tills.map((till) => sell(till, {client, log, finished, deadline: order.deadline})),
)
