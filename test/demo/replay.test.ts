import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {startTestLake, type TestLake} from '../rig/lake.ts'
import {runDemoCommand} from './commands.ts'
import {dirtyFigures, dirtyRows, toCsv} from './dirtyHistory.ts'

let folder = ''
let lake: TestLake | undefined

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'test-replay-'))
  lake = await startTestLake()
})

afterEach(async () => {
  await lake?.close()
  rmSync(folder, {recursive: true, force: true})
})

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function requireLake(): TestLake {
  if (lake === undefined) throw new Error('the lake did not start')
  return lake
}

const onLake = (...args: string[]) =>
  runDemoCommand('replay', [...args, '--lake', requireLake().url, '--token', requireLake().token])

const countDocuments = () =>
  requireLake().client('retail').fetch<number>('count(*[!(_type match "system.*")])')

describe('npm run replay', () => {
  it('sells a dirty history by the rules, row by row', async () => {
    const path = file('dirty.csv', toCsv(dirtyRows))
    const run = await onLake(path, '--json')
    expect(run.stderr).not.toContain('stopped')
    expect(JSON.parse(run.stdout)).toEqual(dirtyFigures)
    expect(run.code).toBe(0)
  })

  it('issues numbers in the order of the invoices’ first rows and keeps their references', async () => {
    await onLake(file('dirty.csv', toCsv(dirtyRows)))
    const bills = await requireLake()
      .client('retail')
      .fetch<unknown>(
        '*[_type == "bill"] | order(sequence){sequence, reference, "day": day, customerName}',
      )
    expect(bills).toEqual([
      {sequence: 1, reference: '536365', day: '2010-12-01', customerName: 'Customer 17850'},
      {sequence: 2, reference: '536366', day: '2010-12-01', customerName: null},
      {sequence: 3, reference: '536376', day: '2010-12-03', customerName: 'Customer 13047'},
    ])
  })

  it('adds nothing the second time, packed or not, and prints the same figures', async () => {
    const plain = file('dirty.csv', toCsv(dirtyRows))
    await onLake(plain)
    const before = await countDocuments()
    const again = await onLake(file('dirty.csv.gz', gzipSync(toCsv(dirtyRows))), '--json')
    expect(JSON.parse(again.stdout)).toEqual(dirtyFigures)
    expect(await countDocuments()).toBe(before)
  })

  it('tops up stock for files of a later run and for several files of one run', async () => {
    const isFirst = (row: string) => /^53636[567],/.test(row)
    const first = file('a.csv', toCsv(dirtyRows.filter(isFirst)))
    const second = file('b.csv', toCsv(dirtyRows.filter((row) => !isFirst(row))))
    await onLake(first)
    const both = await onLake(first, second, '--json')
    expect(both.code).toBe(0)
    const {stock, refused} = JSON.parse(both.stdout)
    expect(stock).toEqual(dirtyFigures.stock)
    expect(refused).toEqual(dirtyFigures.refused)
  })

  it('says in words what it did', async () => {
    const run = await onLake(file('dirty.csv', toCsv(dirtyRows)))
    expect(run.stdout).toContain('Bills         3 with 8 lines')
    expect(run.stdout).toContain('bad-debt: 1 — the invoice writes off a bad debt')
    expect(run.stdout).toContain('2010-12-01      2')
    expect(run.stderr).toContain('100 %')
    expect(run.stderr).toMatch(/19 rows in \d+\.\d s, \d+ a second\n$/)
  })

  it.each([
    ['an empty file', '', 'is empty'],
    ['text that is no CSV', 'hello\nworld\n', 'is no CSV of sales'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'is no CSV of sales'],
    [
      'a missing column',
      toCsv(dirtyRows).replace('UnitPrice', 'Price'),
      'lacks the column UnitPrice',
    ],
    ['only a first line', toCsv([]), 'holds no rows'],
    ['a torn archive', gzipSync(toCsv(dirtyRows)).subarray(0, 60), 'is damaged'],
  ])('refuses %s with one clear line and code 2', async (_what, content, words) => {
    const run = await onLake(file('input.csv', content))
    expect(run).toMatchObject({code: 2, stdout: ''})
    expect(run.stderr).toMatch(/^[^\n]+\n$/)
    expect(run.stderr).toContain(words)
  })

  it('refuses a file that is not there, and no file at all', async () => {
    const absent = await onLake(join(folder, 'absent.csv'))
    expect(absent).toMatchObject({code: 2, stdout: ''})
    expect(absent.stderr).toMatch(/^There is no file .*absent\.csv\.\n$/)
    expect(await onLake()).toMatchObject({code: 2, stdout: ''})
  })
})
