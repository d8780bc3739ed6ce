import {dayOf} from '../domain/calendar.ts'
import type {
  Draft,
  StockOperation,
  StockOperationKind,
  StockTransaction,
} from '../domain/documents.ts'
import {idFromKey} from '../domain/ids.ts'
import type {Keyed} from './keyed.ts'
import type {Operation, PlanContext} from './operation.ts'
import type {Posted} from './postStock.ts'
import {productIds} from './products.ts'
import {goneResult, requireEntries} from './replayEntries.ts'

export interface StockResult {
  entries: readonly StockTransaction[]
}

export const stockOperationId = (command: Keyed) => idFromKey('stockOperation', command.key)

/** What every stock command shares: its root document, and the answer when it was done before. */
export function stockCommand<C extends Keyed>(
  productsOf: (command: C) => readonly string[],
): Pick<Operation<C, StockResult>, 'ids' | 'recordOf' | 'replay'> {
  return {
    ids(command, snapshot) {
      const root = stockOperationId(command)
      const done = snapshot.find('stockOperation', root)
      return done === undefined
        ? [root, ...productIds(productsOf(command), snapshot)]
        : [root, ...done.entries]
    },
    recordOf: (command, snapshot) =>
      snapshot.find('stockOperation', stockOperationId(command))?.command,
    replay(command, snapshot) {
      const done = snapshot.find('stockOperation', stockOperationId(command))
      if (done === undefined) throw goneResult('its movement')
      return {entries: requireEntries(done.entries, snapshot)}
    },
  }
}

export const STOCK_LABELS: Record<StockOperationKind, string> = {
  opening: 'Opening stock',
  purchase: 'Goods receipt',
  supplierReturn: 'Return to supplier',
  adjustment: 'Adjustment',
  damage: 'Damage',
  count: 'Count',
}

/** The transaction of a stock command: its root document and what was posted. */
export function stockPlan(
  source: {
    id: string
    kind: StockOperationKind
    occurredAt: string
    reason?: string | undefined
    reference?: string | undefined
  },
  posted: Posted,
  context: PlanContext,
) {
  const {id, kind, occurredAt, reason, reference} = source
  const root: Draft<StockOperation> = {
    _id: id,
    _type: 'stockOperation',
    kind,
    entries: posted.entries.map((entry) => entry._id),
    ...(reason === undefined ? {} : {reason}),
    ...(reference === undefined ? {} : {reference}),
    occurredAt,
    day: dayOf(occurredAt, context.settings.timeZone),
    by: context.actor,
    command: context.command,
  }
  return {
    mutations: [{create: root}, ...posted.mutations],
    result: (stamp: {_rev: string; _createdAt: string; _updatedAt: string}): StockResult => ({
      entries: posted.entries.map((entry) => ({...entry, ...stamp})),
    }),
  }
}

/** A label that names the paper a movement came with. */
export function labelOf(kind: StockOperationKind, reference: string | undefined): string {
  return reference === undefined ? STOCK_LABELS[kind] : `${STOCK_LABELS[kind]} ${reference}`
}

export function sumByProduct<L extends {product: string; quantity: number}>(
  lines: readonly L[],
): Map<string, L[]> {
  const byProduct = new Map<string, L[]>()
  for (const line of lines) {
    byProduct.set(line.product, [...(byProduct.get(line.product) ?? []), line])
  }
  return byProduct
}
