import {billBalanceId} from '../../domain/ids.ts'
import {billBalancesQuery, ledgerOfProductQuery, olderBillsQuery} from '../../domain/queries.ts'
import {isRecord} from '../wire.ts'
import type {KeysetQuery} from './keyset.ts'

export interface OlderBillsParams extends Record<string, unknown> {
  /** Calendar day of the shop. */
  before: string
  /** `user` id; `null` for everybody's. */
  customer: string | null
}

/** Bills of days before `before`, the last issued first, with their balances. */
export function listOfOlderBills(params: OlderBillsParams): KeysetQuery {
  const {before, customer} = params
  return {
    type: 'bill',
    query: olderBillsQuery,
    params,
    keyOf: ({issuedAt}) => issuedAt,
    isListed: (bill) =>
      typeof bill.day === 'string' &&
      bill.day < before &&
      (customer === null || refersTo(bill.customer, customer)),
    companion: {
      type: 'billBalance',
      query: billBalancesQuery,
      idOf: ({_id}) => billBalanceId(_id),
    },
  }
}

/** A product's ledger entries, the newest first. */
export function listOfLedger(product: string): KeysetQuery {
  return {
    type: 'stockTransaction',
    query: ledgerOfProductQuery,
    params: {product},
    keyOf: ({sequence}) => sequence,
    isListed: (entry) => refersTo(entry.product, product),
  }
}

const refersTo = (reference: unknown, id: string): boolean =>
  isRecord(reference) && reference._ref === id
