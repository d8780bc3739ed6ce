import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {CsvFileError} from './errors.ts'
import {plainTitle, readCsv, readCsvFile} from './readCsv.ts'
import {toCsvFile, toCsvText} from './writeCsv.ts'

const cellsOf = async (text: string) =>
  (await readCsv(text)).records.map(({line, cells}) => ({line, ...Object.fromEntries(cells)}))

describe('a CSV file', () => {
  it('gives its rows with the lines they begin in, quoted line breaks and blank lines counted', async () => {
    const text = 'SKU,Name\r\nA,"two\r\nlines"\r\n\r\nB,plain\r\nC,"""quoted"", with comma"\r\n'
    expect(await cellsOf(text)).toEqual([
      {line: 2, sku: 'A', name: 'two\r\nlines'},
      {line: 5, sku: 'B', name: 'plain'},
      {line: 6, sku: 'C', name: '"quoted", with comma'},
    ])
  })

  it('may be divided by semicolons or tabs, begin with a mark and end without a line break', async () => {
    const expected = [{line: 2, sku: 'A', tax: '5'}]
    expect(await cellsOf('\uFEFFSKU;Tax %\nA;5')).toEqual(expected)
    expect(await cellsOf('sku\ttax\nA\t5\n')).toEqual(expected)
    expect(await cellsOf('sku,tax\rA,5\r')).toEqual(expected)
  })

  it('says of a row what is wrong with it', async () => {
    const {records} = await readCsv('SKU,Name\nA,x,more\nB,"open\nC,y\n')
    expect(records.map(({line, fault}) => [line, fault])).toEqual([
      [2, 'has 3 cells, the first line 2'],
      [3, expect.stringContaining('quotation mark')],
    ])
  })

  it('is refused as a whole in words', async () => {
    await expect(readCsv('')).rejects.toThrow('The file is empty.')
    await expect(readCsv('SKU,sku \nA,B')).rejects.toThrow('names the column sku twice')
    const latin = new Blob([new Uint8Array([0x53, 0x4b, 0x55, 0x0a, 0xe9])])
    await expect(readCsvFile(latin)).rejects.toThrow('not UTF-8')
  })

  it('never takes a title for a property of objects', async () => {
    const {records} = await readCsv('__proto__,constructor,SKU\npolluted,x,A\n')
    expect(records[0]?.cells.get(plainTitle('__proto__'))).toBe('polluted')
    expect({}).not.toHaveProperty('polluted')
  })

  it('gives back any table that was written', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', "'", '=', '-', ' ', 'é', '雪', '\t'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), {minLength: 1}), async (rows) => {
        const table = rows.map(([a, b]) => ({a, b: `x${b}`}))
        const text = await toCsvText(
          [
            {title: 'a', value: (row: {a: string; b: string}) => row.a},
            {title: 'b', value: (row) => row.b},
          ],
          table,
        )
        const {records} = await readCsv(text)
        const read = records.map(({cells}) => ({a: cells.get('a') ?? '', b: cells.get('b')}))
        expect(read).toEqual(table.map(({a, b}) => ({a: a.trim() === '' ? '' : a, b})))
      }),
    )
  })

  it('is read as it was written through a file, page after page', async () => {
    async function* pages() {
      yield [1, -2]
      yield []
      yield [3]
    }
    const columns = [
      {title: 'Number', numeric: true, value: (row: number) => row},
      {title: 'Text', value: (row: number) => `-${row}`},
    ]
    const file = await toCsvFile(columns, pages())
    expect(await file.text()).toBe("Number,Text\r\n1,'-1\r\n-2,'--2\r\n3,'-3\r\n")
    const {records} = await readCsvFile(file)
    expect(records.map(({cells}) => cells.get('text'))).toEqual(['-1', '--2', '-3'])
  })
})

it('any text is a table or refused in words, never a crash', async () => {
  const text = fc.oneof(
    fc.string({unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '\0', '\uFEFF', '=')}),
    fc.string({unit: 'binary'}),
  )
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      const outcome = await readCsv(content).catch((error: unknown) => error)
      if (outcome instanceof CsvFileError) return
      expect(outcome).toMatchObject({titles: expect.any(Array), records: expect.any(Array)})
    }),
    {numRuns: 300},
  )
})
