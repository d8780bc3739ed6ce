import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import {
  alertNoteSchema,
  billBalanceSchema,
  billDraftSchema,
  billSchema,
  brandSchema,
  categorySchema,
  creditNoteSchema,
  customerAccountSchema,
  daySummarySchema,
  latencyTestSchema,
  paymentSchema,
  productSchema,
  seriesSchema,
  skuSchema,
  shopSettingsSchema,
  stockLevelSchema,
  stockOperationSchema,
  stockTransactionSchema,
  userSchema,
} from '../domain/documentSchemas.ts'
import type {DocumentByType, LatencyTest, SkuHolder, StockOperation} from '../domain/documents.ts'
import {InvalidCommandError} from '../domain/errors.ts'
import type {RawDocument} from './port.ts'

type ReadDocuments = DocumentByType & {
  stockOperation: StockOperation
  sku: SkuHolder
  latencyTest: LatencyTest
}

export type SnapshotType = keyof ReadDocuments
export type DocumentOf<K extends SnapshotType> = ReadDocuments[K]

const SCHEMAS: {[K in SnapshotType]: GenericSchema<unknown, ReadDocuments[K]>} = {
  product: productSchema,
  brand: brandSchema,
  category: categorySchema,
  user: userSchema,
  bill: billSchema,
  billBalance: billBalanceSchema,
  payment: paymentSchema,
  creditNote: creditNoteSchema,
  billDraft: billDraftSchema,
  stockLevel: stockLevelSchema,
  stockTransaction: stockTransactionSchema,
  stockOperation: stockOperationSchema,
  customerAccount: customerAccountSchema,
  sku: skuSchema,
  series: seriesSchema,
  shopSettings: shopSettingsSchema,
  daySummary: daySummarySchema,
  alertNote: alertNoteSchema,
  latencyTest: latencyTestSchema,
}

/** The documents that one attempt of an operation works on, as they stood when they were loaded. */
export interface Snapshot {
  /** Whether the id was asked for; a document that was asked for and is not there `is` absent. */
  isLoaded(id: string): boolean
  has(id: string): boolean
  /** `undefined` when there is no such document. */
  revision(id: string): string | undefined
  /** @throws InvalidCommandError when the document is malformed */
  find<K extends SnapshotType>(type: K, id: string): DocumentOf<K> | undefined
}

export function createSnapshot(
  loaded: ReadonlySet<string>,
  documents: ReadonlyMap<string, RawDocument>,
): Snapshot {
  return {
    isLoaded: (id) => loaded.has(id),
    has: (id) => documents.has(id),
    revision: (id) => {
      const revision = documents.get(id)?._rev
      return typeof revision === 'string' ? revision : undefined
    },
    find: (type, id) => {
      const raw = documents.get(id)
      if (raw === undefined) return undefined
      return parseStored(type, raw)
    },
  }
}

/** A document of the lake as its type says. @throws InvalidCommandError when it is malformed */
export function parseStored<K extends SnapshotType>(type: K, raw: RawDocument): DocumentOf<K> {
  const schema: GenericSchema<unknown, DocumentOf<K>> = SCHEMAS[type]
  const result = v.safeParse(schema, withoutNulls(raw))
  if (!result.success) throw malformed(raw, result.issues)
  return result.output
}

/** The Studio and imports leave `null` where an attribute is empty. */
function withoutNulls(raw: RawDocument): Record<string, unknown> {
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null))
}

function malformed(raw: RawDocument, issues: readonly v.BaseIssue<unknown>[]): InvalidCommandError {
  const found = issues.map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    message: issue.message,
  }))
  const label = typeof raw.name === 'string' ? `"${raw.name.slice(0, 80)}"` : raw._id
  const first = found[0]
  return new InvalidCommandError(
    `The document ${label} is malformed (${first?.path ?? ''}: ${first?.message ?? ''}). ` +
      'Nothing was saved; correct it and try again.',
    found.map((issue) => ({...issue, path: `${raw._id}.${issue.path}`})),
  )
}
