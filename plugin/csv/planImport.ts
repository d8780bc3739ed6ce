import {createCells, faultsOf} from './cells.ts'
import type {Cells} from './cells.ts'
import {createCustomerPlanner, CUSTOMER_TITLES} from './customers.ts'
import {CsvFileError} from './errors.ts'
import type {ImportKind, ImportPlan, ImportShop, NewNames, PlannedRow} from './importTypes.ts'
import {createOpeningPlanner, OPENING_TITLES} from './openingStock.ts'
import {createProductPlanner, PRODUCT_TITLES} from './products.ts'
import {plainTitle} from './readCsv.ts'
import type {CsvRecord, CsvTable} from './readCsv.ts'
import {nextTask} from './writeCsv.ts'

interface ImportFormat {
  titles: readonly string[]
  /** Without these a file is something else. */
  required: readonly string[]
  createPlanner: (shop: ImportShop) => (line: number, cells: Cells) => PlannedRow
}

export const IMPORT_FORMATS: Readonly<Record<ImportKind, ImportFormat>> = {
  products: {
    titles: Object.values(PRODUCT_TITLES),
    required: [PRODUCT_TITLES.sku],
    createPlanner: createProductPlanner,
  },
  customers: {
    titles: Object.values(CUSTOMER_TITLES),
    required: [CUSTOMER_TITLES.name],
    createPlanner: createCustomerPlanner,
  },
  openingStock: {
    titles: Object.values(OPENING_TITLES),
    required: [OPENING_TITLES.sku, OPENING_TITLES.quantity],
    createPlanner: createOpeningPlanner,
  },
}

/** How many rows are judged in one go before the page may paint. */
const BURST = 250

/**
 * The dry run: what an import of these rows into this shop would do, row by row. Nothing is written.
 * @throws CsvFileError when a column that says what the rows are is missing
 */
export async function planImport(
  kind: ImportKind,
  table: CsvTable,
  shop: ImportShop,
): Promise<ImportPlan> {
  const {titles, required, createPlanner} = IMPORT_FORMATS[kind]
  const found = new Set(table.titles.map(plainTitle))
  const missing = required.filter((title) => !found.has(plainTitle(title)))
  if (missing.length > 0) {
    const values = {missing: missing.join(', '), titles: titles.join(', ')}
    throw new CsvFileError({name: 'file-column', values})
  }
  const known = new Set(titles.map(plainTitle))
  const planRow = createPlanner(shop)
  const rows: PlannedRow[] = []
  for (const record of table.records) {
    rows.push(planRecord(record, found, planRow))
    if (rows.length % BURST === 0) await nextTask()
  }
  return {
    kind,
    rows,
    newBrands: newNames(rows, 'brand'),
    newCategories: newNames(rows, 'category'),
    ignored: table.titles.filter((title) => title !== '' && !known.has(plainTitle(title))),
  }
}

/** Of a row that is broken itself nothing in it can be trusted. */
function planRecord(
  record: CsvRecord,
  titles: ReadonlySet<string>,
  planRow: (line: number, cells: Cells) => PlannedRow,
): PlannedRow {
  const {line, fault} = record
  if (fault === undefined) return planRow(line, createCells(record, titles))
  const [label = ''] = record.cells.values()
  return {line, label, action: 'refused', issues: faultsOf(record)}
}

function newNames(rows: readonly PlannedRow[], kind: keyof NewNames): string[] {
  const names = rows.flatMap(({command}) => {
    if (command?.type !== 'createProduct' && command?.type !== 'updateProduct') return []
    return command.names[kind] ?? []
  })
  return [...new Set(names)]
}
