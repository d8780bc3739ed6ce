import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, expect, it} from 'vitest'
import {exportDocuments} from '../../studio/demo/verify/exportDocuments.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {proveShop} from '../../plugin/domain/proof.ts'
import {sized} from '../rig/size.ts'
import {startFaultProxy} from './faultProxy.ts'
import {checkHistory} from './history/checkHistory.ts'
import {createRandom, newSeed, randomInteger} from './random.ts'
import {startLakeProcess} from './tills/lakeProcess.ts'
import {openShop, planTills} from './tills/openShop.ts'
import {startTillProcess} from './tills/startTills.ts'
import type {TillProcess} from './tills/startTills.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const PROCESSES = sized(3, 5)
const TILLS_A_PROCESS = sized(2, 10)
const COMMANDS_A_TILL = sized(6, 40)
const KILLS = sized(3, 40)
const LAKE_KILLS = sized(1, 5)

it('2 killing the client or the server at any instant leaves all of an operation or none of it', async () => {
  const seed = newSeed()
  console.log(`seed ${seed}: TEST_SEED=${seed} repeats the commands and the faults`)
  const random = createRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'test-kills-'))
  closing.push(() => rmSync(folder, {recursive: true, force: true}))
  const lake = await startLakeProcess()
  closing.push(lake.close)
  const client = createLakeClient(lake, 'production')
  const commands = PROCESSES * TILLS_A_PROCESS * COMMANDS_A_TILL
  // Too little of the hot product for everyone: some are refused.
  const products = await openShop(client, [commands, 10 * commands, 10 * commands])
  const rates = {conflict: 0.04, rateLimit: 0.02, errorBefore: 0.02, errorAfter: 0.02}
  const proxy = await startFaultProxy({
    target: lake.url,
    seed,
    rates: {...rates, cutBefore: 0.02, cutAfter: 0.02, silentBefore: 0.005, silentAfter: 0.005},
  })
  closing.push(proxy.close)
  const tills = planTills(PROCESSES * TILLS_A_PROCESS, COMMANDS_A_TILL, products, random)
  const processes = Array.from({length: PROCESSES}, (_, index) => {
    const own = tills.slice(index * TILLS_A_PROCESS, (index + 1) * TILLS_A_PROCESS)
    return startTillProcess(folder, `process-${index}`, own, {...lake, url: proxy.url})
  })
  const all = Promise.all(processes.map(({done}) => done))
  all.catch(() => undefined)
  await killAlong(processes, commands, random, lake.killAndRestart)
  await all
  const log = processes.flatMap((process) => process.log())
  const documents = await exportDocuments(client)
  const finished = log.filter(({event}) => event === 'done' || event === 'refused')
  expect(new Set(finished.map(({key}) => key)).size).toBe(commands)
  expect(checkHistory(log, documents)).toEqual([])
  expect(proveShop(documents).map(({message}) => message)).toEqual([])
  const asked = log.filter(({event}) => event === 'asked').length
  console.log(
    `${commands} commands asked ${asked} times, ${KILLS} kills of tills, ${LAKE_KILLS} of the lake, faults ${JSON.stringify(proxy.counts)}`,
  )
})

/** Kills a till process after each equal share of the work, and the lake in the middle of each of its own shares. */
async function killAlong(
  processes: readonly TillProcess[],
  commands: number,
  random: () => number,
  killLake: () => Promise<void>,
): Promise<void> {
  for (let kill = 1; kill <= KILLS; kill++) {
    const share = Math.floor((commands * kill) / (KILLS + 2))
    await expect
      // reading the logs of thousands of commands 50 times a second would take the processor from those who write them
      .poll(() => answered(processes), {timeout: sized(60_000, 600_000), interval: sized(20, 250)})
      .toBeGreaterThanOrEqual(share)
    processes[randomInteger(random, 0, processes.length - 1)]?.kill()
    if (kill % (KILLS / LAKE_KILLS) === Math.ceil(KILLS / LAKE_KILLS / 2)) await killLake()
  }
}

function answered(processes: readonly TillProcess[]): number {
  return processes
    .flatMap((process) => process.log())
    .filter(({event}) => event === 'done' || event === 'refused').length
}
