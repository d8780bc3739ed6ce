import type {GenericSchema} from 'valibot'
import {safeParse} from 'valibot'
import type {BillBalance} from '../../domain/documents.ts'
import {billBalanceSchema} from '../../domain/documentSchemas.ts'
import {billBalanceId} from '../../domain/ids.ts'
import {useListeningQuery} from '../../realtime/index.ts'
import {useBillBalance} from './useShop.ts'

/** What the schema reads of it; `null` for what is not there or cannot be read. */
export function readStored<T>(schema: GenericSchema<unknown, T>, stored: unknown): T | null {
  const result = safeParse(schema, stored)
  return result.success ? result.output : null
}

const readBalance = (stored: unknown) => readStored(billBalanceSchema, stored)

/** The balance of any bill: from the working set, and asked for when the bill is older than that. */
export function useAnyBillBalance(billId: string): BillBalance | undefined {
  const held = useBillBalance(billId)
  const {data} = useListeningQuery<BillBalance | null>(
    '*[_type == "billBalance" && _id == $id][0]',
    {
      params: {id: billBalanceId(billId)},
      enabled: held === undefined,
      parse: readBalance,
      options: {tag: 'shop.balance'},
    },
  )
  return held ?? data ?? undefined
}
