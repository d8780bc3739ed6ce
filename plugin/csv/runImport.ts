import {ShopError} from '../domain/errors.ts'
import type {ImportCommand, ImportOperations, ImportPlan, NewNames} from './importTypes.ts'

export interface FailedRow {
  line: number
  label: string
  message: string
}

export interface ImportProgress {
  /** Rows that were carried out or failed. */
  done: number
  total: number
  failed: number
}

export interface ImportResult {
  saved: number
  failed: readonly FailedRow[]
  /** Rows that were not begun: the import was stopped, by somebody or by what `stopped` says. */
  left: number
  stopped?: string
}

export interface RunImportOptions {
  onProgress?: (progress: ImportProgress) => void
  /** Rows that have begun are finished; no other begins. */
  signal?: AbortSignal
  /** What is said of a row that failed; by default the error's own message. */
  describe?: (error: unknown) => string
}

/** Rows on their way at once: a browser opens six connections to a host, and the live data needs one. */
const LANES = 4

/**
 * Carries a plan out: each row is one transaction, all of it or nothing, and a row that fails holds up no other. What is
 * there already is planned as unchanged, so an import that was cut off is simply planned and run again.
 */
export async function runImport(
  plan: ImportPlan,
  operations: ImportOperations,
  {onProgress, signal, describe = messageOf}: RunImportOptions = {},
): Promise<ImportResult> {
  const waiting = plan.rows.flatMap(({line, label, command}) =>
    command === undefined ? [] : [{line, label, command}],
  )
  const total = waiting.length
  const failed: FailedRow[] = []
  let saved = 0
  let stopped: string | undefined
  const makeNames = createNameMaker(operations)

  const runLane = async (): Promise<void> => {
    for (;;) {
      if (signal?.aborted === true || stopped !== undefined) return
      const row = waiting.shift()
      if (row === undefined) return
      try {
        await carryOut(row.command, operations, makeNames)
        saved++
      } catch (error) {
        const {line, label} = row
        failed.push({line, label, message: describe(error)})
        if (endsImport(error)) stopped = describe(error)
      }
      onProgress?.({done: saved + failed.length, total, failed: failed.length})
    }
  }
  await Promise.all(Array.from({length: LANES}, runLane))
  const inOrder = failed.toSorted((a, b) => a.line - b.line)
  return {saved, failed: inOrder, left: waiting.length, ...(stopped === undefined ? {} : {stopped})}
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const ENDING: ReadonlySet<string> = new Set(['offline', 'rate-limited', 'not-permitted'])

/** What every further row would meet too. */
function endsImport(error: unknown): error is ShopError {
  return !(error instanceof ShopError) ? false : ENDING.has(error.code)
}

type MakeNames = (names: NewNames) => Promise<{brand?: Reference; category?: Reference}>
interface Reference {
  _type: 'reference'
  _ref: string
}

/** Brands and categories that rows need first: each is made once, by whichever row comes first. */
function createNameMaker({brands, categories}: ImportOperations): MakeNames {
  const made = new Map<string, Promise<Reference>>()
  const once = (key: string, make: () => Promise<{_id: string}>): Promise<Reference> => {
    const known = made.get(key)
    if (known !== undefined) return known
    const making = make().then(({_id}) => ({_type: 'reference' as const, _ref: _id}))
    made.set(key, making)
    return making
  }
  return async ({brand, category}) => ({
    ...(brand === undefined
      ? {}
      : {brand: await once(`brand ${brand}`, () => brands.create({name: brand}))}),
    ...(category === undefined
      ? {}
      : {category: await once(`category ${category}`, () => categories.create({name: category}))}),
  })
}

async function carryOut(
  command: ImportCommand,
  {products, users, stock}: ImportOperations,
  makeNames: MakeNames,
): Promise<unknown> {
  switch (command.type) {
    case 'createProduct':
      return products.create({...command.fields, ...(await makeNames(command.names))})
    case 'updateProduct':
      return products.update(command.id, {...command.fields, ...(await makeNames(command.names))})
    case 'createUser':
      return users.create(command.fields)
    case 'updateUser':
      return users.update(command.id, command.fields)
    case 'openStock':
      return stock.open(command.command)
  }
}
