import type {Bill, BillBalance} from '../domain/documents.ts'
import {InvalidCommandError, ShopError} from '../domain/errors.ts'
import {billBalanceId} from '../domain/ids.ts'
import type {Snapshot} from './snapshot.ts'

/** Bill and balance. @throws ShopError `not-found`; InvalidCommandError when the bill is void */
export function requireBill(snapshot: Snapshot, id: string): {bill: Bill; balance: BillBalance} {
  const bill = snapshot.find('bill', id)
  const balance = snapshot.find('billBalance', billBalanceId(id))
  if (bill === undefined || balance === undefined) {
    throw new ShopError('not-found', `There is no bill ${id}. Nothing was saved.`)
  }
  if (balance.void === undefined) return {bill, balance}
  const {at, by} = balance.void
  const message = `was voided by ${by.name} at ${at}`
  throw new InvalidCommandError(`Nothing was saved: bill ${bill.number} ${message}.`, [
    {path: 'bill', message, reason: {name: 'void', values: {number: bill.number, by: by.name}}},
  ])
}
