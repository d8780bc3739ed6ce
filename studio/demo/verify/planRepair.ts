import type {StockTransaction} from '../../../plugin/domain/documents.ts'
import type {ShopMutation} from '../../../plugin/domain/mutation.ts'
import {multiplyDivide} from '../../../plugin/domain/money.ts'
import type {Drift} from '../../../plugin/domain/proof.ts'
import {toDriftAlerts} from '../../../plugin/domain/proof/driftAlerts.ts'
import type {ExportedDocument} from './exportDocuments.ts'

/** One document to put right, and the mutations of its one transaction. */
export interface Repair {
  id: string
  mutations: ShopMutation[]
}

/** A level only repeats its ledger: it can be rebuilt without an entry where that is whole. */
const isRepairable = ({kind}: Drift): boolean => kind === 'level'

/** How many of the differences `--repair` can settle: what only repeats, and what an operation corrects. */
export function countRepairable(differences: readonly Drift[]): number {
  const byOperation = toDriftAlerts(differences)
    .filter(({correction}) => correction !== undefined)
    .flatMap(({drifts}) => drifts)
  return new Set([...byOperation, ...differences.filter(isRepairable)]).size
}

/**
 * Levels set to what their ledger adds up to. Each patch holds the revision that was read, so that a sale meanwhile refuses it (409) rather than being overwritten.
 */
export function planRepair(
  differences: readonly Drift[],
  documents: readonly ExportedDocument[],
): Repair[] {
  const byId = new Map(documents.map((document) => [document._id, document]))
  const wrong = new Map<string, Drift[]>()
  for (const difference of differences.filter(isRepairable)) {
    wrong.set(difference.document, [...(wrong.get(difference.document) ?? []), difference])
  }
  return [...wrong].flatMap(([id, found]) => {
    const mutations = repairOne(id, found, byId.get(id), documents)
    return mutations.length === 0 ? [] : [{id, mutations}]
  })
}

function repairOne(
  id: string,
  found: readonly Drift[],
  stored: ExportedDocument | undefined,
  documents: readonly ExportedDocument[],
): ShopMutation[] {
  const values = toValues(found)
  if (stored !== undefined) {
    return [{patch: {id, ifRevisionID: stored._rev, set: withCost(stored, values)}}]
  }
  const created = newLevel(id, documents)
  if (created === undefined) return []
  return [{create: created}, {patch: {id, set: withCost(created, values)}}]
}

/** A value that is not known stays: a ledger with a hole says what is on hand, not what it is worth. */
function toValues(found: readonly Drift[]): Record<string, unknown> {
  const known = found.filter(({expected}) => expected !== undefined)
  return Object.fromEntries(known.map(({field, expected}) => [field, expected]))
}

/** The level's average cost follows from its value and quantity. */
function withCost(
  document: Record<string, unknown>,
  values: Record<string, unknown>,
): Record<string, unknown> {
  if (document['_type'] !== 'stockLevel') return values
  const {onHand, value} = {...document, ...values}
  const decimals = decimalsOf(document['unit'])
  if (!isCount(onHand) || !isCount(value) || onHand <= 0) return values
  return {...values, unitCost: multiplyDivide(value, 10 ** decimals, onHand)}
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value)

function decimalsOf(unit: unknown): number {
  if (typeof unit !== 'object' || unit === null || !('decimals' in unit)) return 0
  const {decimals} = unit
  return isCount(decimals) && decimals >= 0 && decimals <= 3 ? decimals : 0
}

function newLevel(id: string, documents: readonly ExportedDocument[]) {
  const product = id.slice('stockLevel.'.length)
  const last = documents
    .filter(isEntryOf(product))
    .toSorted((a, b) => a.sequence - b.sequence)
    .at(-1)
  if (last === undefined) return undefined
  const {kind, quantity, occurredAt, actor} = last
  return {
    _id: id,
    _type: 'stockLevel',
    product: {_type: 'reference', _ref: product},
    onHand: 0,
    value: 0,
    unitCost: last.unitCost,
    sequence: 0,
    unit: last.unit,
    lastEntry: {kind, quantity, at: occurredAt, by: actor},
  }
}

type Entry = Pick<
  StockTransaction,
  'sequence' | 'kind' | 'quantity' | 'occurredAt' | 'actor' | 'unit' | 'unitCost'
>

function isEntryOf(product: string) {
  return (document: ExportedDocument): document is ExportedDocument & Entry => {
    const {_type, product: reference} = document
    if (_type !== 'stockTransaction' || typeof document['sequence'] !== 'number') return false
    if (typeof reference !== 'object' || reference === null || !('_ref' in reference)) return false
    return reference._ref === product
  }
}
