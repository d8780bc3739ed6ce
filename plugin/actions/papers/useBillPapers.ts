import {useMemo} from 'react'
import {array, fallback, nullable, object, parse, unknown} from 'valibot'
import type {Bill, BillBalance, CreditNote, Payment} from '../../domain/documents.ts'
import {
  billBalanceSchema,
  billSchema,
  creditNoteSchema,
  paymentSchema,
} from '../../domain/documentSchemas.ts'
import {billBalanceId} from '../../domain/ids.ts'
import type {BillPapers} from '../../printing/bill.ts'
import {
  useDocument,
  useListeningQuery,
  useShopSettings,
  useShopSnapshot,
  useShopStore,
} from '../../realtime/index.ts'
import {readStored} from '../shared/useStored.ts'

/** `loading` until the lake has answered for a paper older than the working set. */
export type LoadedPapers =
  | {state: 'ready'; papers: BillPapers}
  | {state: 'loading'}
  | {state: 'unreadable'}

interface StoredPapers {
  paper: Bill | CreditNote | null
  balance: BillBalance | null
  payments: readonly Payment[]
}

const QUERY = `{
  "paper": *[_type in ["bill", "creditNote"] && _id == $id][0],
  "balance": *[_type == "billBalance" && _id == $balance][0],
  "payments": *[_type == "payment" && (bill._ref == $id || creditNote._ref == $id)] | order(at asc)
}`

/** A bill or credit note with what happened to it; follows every payment. */
export function useBillPapers(id: string): LoadedPapers {
  const held = useHeldPapers(id)
  const {data, loading} = useListeningQuery<StoredPapers>(QUERY, {
    params: {id, balance: billBalanceId(id)},
    enabled: held === undefined,
    parse: readPapers,
    options: {tag: 'shop.paper'},
  })
  const shop = useShopSettings()
  const found = held ?? data
  const paper = found?.paper ?? undefined
  if (found === null || paper === undefined) return {state: loading ? 'loading' : 'unreadable'}
  return {
    state: 'ready',
    papers: {
      paper,
      ...(found.balance === null ? {} : {balance: found.balance}),
      payments: found.payments,
      shop,
    },
  }
}

/** From the working set, where a bill stands the moment it is issued; `undefined` for older ones. */
function useHeldPapers(id: string): StoredPapers | undefined {
  const {related} = useShopStore()
  const bill = useDocument('bill', id)
  const balance = useDocument('billBalance', billBalanceId(id))
  const payments = useShopSnapshot((snapshot) => snapshot.payments)
  return useMemo(() => {
    if (bill === undefined || balance === undefined) return undefined
    const own = payments.size === 0 ? [] : related.paymentsByBill(id)
    return {paper: bill, balance, payments: own.toSorted((a, b) => compareTimes(a.at, b.at))}
  }, [bill, balance, payments, related, id])
}

const compareTimes = (a: string, b: string) => Date.parse(a) - Date.parse(b)

const answerSchema = object({
  paper: unknown(),
  balance: nullable(unknown()),
  payments: fallback(array(unknown()), []),
})

function readPapers(answer: unknown): StoredPapers {
  const {paper, balance, payments} = parse(answerSchema, answer)
  return {
    paper: readStored(billSchema, paper) ?? readStored(creditNoteSchema, paper),
    balance: readStored(billBalanceSchema, balance),
    payments: payments.flatMap((payment) => readStored(paymentSchema, payment) ?? []),
  }
}
