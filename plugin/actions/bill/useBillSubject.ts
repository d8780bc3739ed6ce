import type {Bill, BillBalance, CustomerAccount} from '../../domain/documents.ts'
import {customerAccountSchema} from '../../domain/documentSchemas.ts'
import {customerAccountId} from '../../domain/ids.ts'
import {useListeningQuery} from '../../realtime/index.ts'
import {useBillPapers} from '../papers/useBillPapers.ts'
import {readStored} from '../shared/useStored.ts'

export interface BillSubject {
  bill: Bill
  balance: BillBalance
  /** What the customer has to spend, minor units. */
  credit: number
}

const readAccount = (stored: unknown) => readStored(customerAccountSchema, stored)

/** What a customer owes and what the shop keeps for them; `undefined` for a walk-in or before the first bill. */
export function useCustomerAccount(customer: string | undefined): CustomerAccount | undefined {
  const {data} = useListeningQuery('*[_type == "customerAccount" && _id == $id][0]', {
    params: {id: customer === undefined ? '' : customerAccountId(customer)},
    enabled: customer !== undefined,
    parse: readAccount,
    options: {tag: 'shop.account'},
  })
  return customer === undefined ? undefined : (data ?? undefined)
}

/** What a customer has to spend, minor units; 0 for a walk-in. */
export function useCustomerCredit(customer: string | undefined): number {
  return Math.max(0, useCustomerAccount(customer)?.credit ?? 0)
}

/** The bill that a dialog is about, with its balance as it is now; `undefined` until both are there. */
export function useBillSubject(id: string): BillSubject | undefined {
  const loaded = useBillPapers(id)
  const papers = loaded.state === 'ready' ? loaded.papers : undefined
  const credit = useCustomerCredit(papers?.paper.customer?._ref)
  if (papers === undefined || papers.paper._type !== 'bill' || papers.balance === undefined) {
    return undefined
  }
  return {bill: papers.paper, balance: papers.balance, credit}
}
