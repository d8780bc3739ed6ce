import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {repairShop, verifyShop} from '../../studio/demo/verify/verifyShop.ts'
import {startTestLake, type TestLake} from '../rig/lake.ts'
import {runDemoCommand} from './commands.ts'
import {dirtyRows, toCsv} from './dirtyHistory.ts'

let folder = ''
let lake: TestLake
let client: SanityClient

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'test-verify-'))
  const path = join(folder, 'dirty.csv')
  writeFileSync(path, toCsv(dirtyRows))
  lake = await startTestLake()
  client = lake.client('retail')
  await runDemoCommand('replay', [path, '--lake', lake.url, '--token', lake.token])
})

afterAll(async () => {
  await lake.close()
  rmSync(folder, {recursive: true, force: true})
})

const verify = (...args: string[]) =>
  runDemoCommand('verify', [
    '--lake',
    lake.url,
    '--token',
    lake.token,
    '--dataset',
    'retail',
    ...args,
  ])

const LEVEL = 'stockLevel.retail-22423'
const DAY = 'daySummary.2010-12-01'

describe('npm run verify', () => {
  it('finds nothing in a shop that only its operations have written', async () => {
    const run = await verify()
    expect(run).toMatchObject({code: 0, stderr: ''})
    expect(run.stdout).toMatch(
      /^Nothing differs: 3 bills, 1 credit notes, 3 payments, 4 stock levels/,
    )
  })

  it('names a level and a day that somebody changed, and rebuilds both', async () => {
    await client.patch(LEVEL).inc({onHand: 5}).commit()
    await client.patch(DAY).set({sales: 1}).commit()
    const found = await verify()
    expect(found.code).toBe(1)
    expect(found.stdout).toContain('onHand is 7, should be 2')
    expect(found.stdout).toContain('sales is 1, should be')
    const repaired = await verify('--repair')
    expect(repaired).toMatchObject({code: 0})
    expect(repaired.stdout).toContain('Put 2 documents right.')
    expect((await verifyShop(client)).differences).toEqual([])
  })

  it('rebuilds a level and a day that are gone', async () => {
    await client.delete(LEVEL)
    await client.delete(DAY)
    const found = await verifyShop(client)
    expect(new Set(found.differences.map(({document}) => document))).toEqual(new Set([LEVEL, DAY]))
    expect(await repairShop(client, found)).toBe(2)
    expect((await verifyShop(client)).differences).toEqual([])
    expect(await client.getDocument(LEVEL)).toMatchObject({onHand: 2, sequence: 5})
  })

  it('never overwrites a level that a sale has moved since it was read', async () => {
    await client.patch(LEVEL).inc({onHand: 1}).commit()
    const found = await verifyShop(client)
    await client.patch(LEVEL).set({meanwhile: true}).commit()
    await expect(repairShop(client, found)).rejects.toMatchObject({statusCode: 409})
    await repairShop(client, await verifyShop(client))
  })

  it("names and rebuilds a customer's account that somebody changed", async () => {
    const account = await client.fetch<string>('*[_type == "customerAccount"][0]._id')
    await client.patch(account).inc({owed: 5}).commit()
    const found = await verifyShop(client)
    expect(found.differences).toMatchObject([
      {kind: 'account', document: account, field: 'owed', difference: 5},
    ])
    expect(await repairShop(client, found)).toBe(1)
    await client.delete(account)
    const gone = await verifyShop(client)
    expect(gone.differences).toMatchObject([
      {kind: 'account', document: account, field: 'credit', expected: 4350, found: 0},
    ])
    expect(await repairShop(client, gone)).toBe(1)
    expect(await client.getDocument(account)).toMatchObject({credit: 4350, owed: 0})
    expect((await verifyShop(client)).differences).toEqual([])
  })

  it('corrects a balance, a counter that is behind and an entry that is gone by operations that say so', async () => {
    const bill = await client.fetch<string>('*[_type == "bill" && sequence == 1][0]._id')
    const balance = bill.replace('bill.', 'billBalance.')
    const series = await client.fetch<string>('*[_type == "series" && kind == "bill"][0]._id')
    const entry = await client.fetch<string>(
      '*[_type == "stockTransaction" && kind == "sale" && product._ref == $product][0]._id',
      {product: LEVEL.replace('stockLevel.', '')},
    )
    await client.patch(balance).inc({paid: 7}).commit()
    await client.patch(series).set({last: 0}).commit()
    await client.delete(entry)
    const found = await verifyShop(client)
    expect(new Set(found.differences.map(({kind}) => kind))).toEqual(
      new Set(['ledger', 'number', 'balance', 'account']),
    )
    const repaired = await verify('--repair')
    expect(repaired).toMatchObject({code: 0})
    const corrected = await client.getDocuments([balance, series, entry])
    expect(corrected).toMatchObject([
      {correction: {by: {name: 'npm run verify'}}},
      {correction: {reason: expect.stringContaining('the counter stood at 0')}},
      {kind: 'sale', reason: expect.stringContaining('was missing')},
    ])
    expect((await verifyShop(client)).differences).toEqual([])
  })

  it('leaves a changed bill to people: it is named, not repaired', async () => {
    const id = await client.fetch<string>('*[_type == "bill" && sequence == 1][0]._id')
    await client.patch(id).inc({'totals.total': 100}).commit()
    const run = await verify('--repair')
    expect(run.code).toBe(1)
    expect(run.stdout).toContain('total')
    await client.patch(id).dec({'totals.total': 100}).commit()
    await repairShop(client, await verifyShop(client))
    expect((await verifyShop(client)).differences).toEqual([])
  })

  it('says in one line that a lake cannot be reached', async () => {
    const run = await runDemoCommand('verify', ['--lake', 'http://localhost:1', '--token', 'none'])
    expect(run).toMatchObject({code: 1, stdout: ''})
    expect(run.stderr.trim().split('\n')).toHaveLength(1)
  })
})
