import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {stockLevelId} from '../../plugin/domain/ids.ts'
import {createShopOperations} from '../../plugin/operations/createShopOperations.ts'
import {beginFilling} from '../demo/marker.ts'
import {DEMO_OPTIONS, storeFirstSettings} from '../demo/settings.ts'
import type {DemoLake} from './demoLake.ts'
import {assertDataUnused, openDemoLake} from './demoLake.ts'
import {joinSession, openDemoSession, readAhead} from './demoSession.ts'
import {CommandError} from './errors.ts'
import {createLakeClient} from './lakeClient.ts'
import {findRunningLake} from './runningLake.ts'
import type {RunningLake} from './runningLake.ts'
import {readStartOptions} from './startOptions.ts'

let directory = ''
let lake: DemoLake
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'demo-session-'))
  lake = await openDemoLake({dataDirectory: directory, port: 0, studioPorts: [3333]})
})
afterEach(async () => {
  await lake.close()
  rmSync(directory, {recursive: true, force: true})
})

function findLake(): RunningLake {
  const running = findRunningLake(directory)
  if (running === null) throw new Error('the lake was not found')
  return running
}

describe('a Studio that joins a running lake', () => {
  it('opens a dataset made meanwhile, with the currency and time zone of its settings', async () => {
    lake.createDataset('retail')
    await createLakeClient(lake, 'retail').create({
      _id: 'shopSettings.shop',
      _type: 'shopSettings',
      currency: 'GBP',
      timeZone: 'Europe/London',
    })
    expect(await joinSession(findLake(), 'retail')).toEqual({
      lakeUrl: lake.url,
      projectId: 'local',
      dataset: 'retail',
      token: lake.token,
      shop: {currency: 'GBP', timeZone: 'Europe/London'},
    })
  })

  it('may have its dataset read before the page asks', async () => {
    lake.createDataset('retail')
    const session = await joinSession(findLake(), 'retail')
    await expect(readAhead(session)).resolves.toBeUndefined()
    await expect(readAhead({...session, dataset: 'gone'})).rejects.toThrow('gone')
  })

  it('leaves to the config what a dataset without settings does not say', async () => {
    lake.createDataset('empty')
    expect(await joinSession(findLake(), 'empty')).toMatchObject({shop: {}})
  })

  it('says which datasets there are when its own is not', async () => {
    lake.createDataset('retail')
    await expect(joinSession(findLake(), 'retial')).rejects.toThrow(
      'There is no dataset "retial" in this lake (there is: retail). npm run replay makes "retail"',
    )
  })

  it('is what a second start on the same data is told to be', () => {
    expect(() => assertDataUnused(directory)).toThrow('npm start -- --dataset NAME')
  })
})

describe('a demo shop that another version has begun', () => {
  it('is refused in words that say what to delete, and stays as it is', async () => {
    lake.createDataset('production')
    const client = createLakeClient(lake, 'production')
    await beginFilling(client, new Date())
    await storeFirstSettings(client, DEMO_OPTIONS)
    const operations = createShopOperations({client, actor: {id: 'a', name: 'A'}})
    const product = await operations.products.create({name: 'Fan', sku: 'FAN', price: 100})
    const lines = [{product: product._id, quantity: 1, unitCost: 1}]
    await operations.stock.open({key: 'demo:open:0', lines})
    await lake.close()
    const options = readStartOptions([], {LAKE_DATA: directory, LAKE_PORT: '0'})
    const closing: (() => Promise<void>)[] = []
    const opened = openDemoSession(options, 3333, (close) => closing.push(close))
    await expect(opened).rejects.toBeInstanceOf(CommandError)
    await expect(opened).rejects.toThrow(`delete the folder ${directory} and start again`)
    for (const close of closing) await close()
    lake = await openDemoLake({dataDirectory: directory, port: 0, studioPorts: [3333]})
    const level = createLakeClient(lake, 'production').getDocument(stockLevelId(product._id))
    expect(await level).toMatchObject({onHand: 1, sequence: 1})
  })
})
