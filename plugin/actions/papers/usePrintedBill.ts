import type {BillPapers} from '../../printing/bill.ts'
import type {PaperCustomer} from '../../printing/customer.ts'
import {useBillPapers} from './useBillPapers.ts'
import {usePaperCustomer} from './usePaperCustomer.ts'

export interface PrintedBill extends BillPapers {
  customer: PaperCustomer | undefined
}

export type LoadedPrint =
  | {state: 'ready'; printed: PrintedBill}
  | {state: 'loading'}
  | {state: 'unreadable'}

/** A bill or credit note with all that stands on its paper. */
export function usePrintedBill(id: string): LoadedPrint {
  const loaded = useBillPapers(id)
  const papers = loaded.state === 'ready' ? loaded.papers : undefined
  const customer = usePaperCustomer(papers?.paper.customer?._ref)
  if (loaded.state === 'unreadable') return {state: 'unreadable'}
  if (papers === undefined || customer.state === 'loading') return {state: 'loading'}
  return {state: 'ready', printed: {...papers, customer: customer.customer}}
}
