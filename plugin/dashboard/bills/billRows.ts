import {billState, billTones} from '../../actions/shared/states.ts'
import {billBalanceId} from '../../domain/ids.ts'
import type {Bill, BillBalance} from '../../domain/documents.ts'
import type {ShopCollections} from '../../live/types.ts'
import type {TableRow} from '../table/columns.ts'

export interface BillTableRow extends TableRow {
  bill: Bill
  /** Absent while the balance is still under way. */
  balance: BillBalance | undefined
}

export const BILL_STATES = ['paid', 'partial', 'unpaid', 'overdue', 'void', 'credited'] as const

/** Bills with what is paid of them; `day` decides what is overdue. */
export function billRows(
  {bills, billBalances}: Pick<ShopCollections, 'bills' | 'billBalances'>,
  day: string,
): readonly BillTableRow[] {
  return [...bills.values()].map((bill) => {
    const balance = billBalances.get(billBalanceId(bill._id))
    const state = balance === undefined ? 'unpaid' : billState(balance, day)
    return {
      id: bill._id,
      type: 'bill',
      revision: `${bill._rev} ${balance?._rev ?? ''}`,
      text: `${bill.number} ${bill.customerName ?? ''} ${bill.notes ?? ''}`.toLowerCase(),
      state,
      tone: billTones[state],
      bill,
      balance,
    }
  })
}
