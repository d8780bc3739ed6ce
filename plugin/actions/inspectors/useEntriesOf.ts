import {array, parse, unknown} from 'valibot'
import type {StockTransaction} from '../../domain/documents.ts'
import {stockTransactionSchema} from '../../domain/documentSchemas.ts'
import {useListeningQuery} from '../../realtime/index.ts'
import {readStored} from '../shared/useStored.ts'

/** More than any bill has lines. */
const MOST = 500

const NONE: readonly StockTransaction[] = []

/** The ledger entries that a paper has made, live; what cannot be read is left to its own form. */
export function useEntriesOf(paper: string): readonly StockTransaction[] {
  const {data} = useListeningQuery<readonly StockTransaction[]>(
    `*[_type == "stockTransaction" && source._ref == $paper] | order(occurredAt desc) [0...${MOST}]`,
    {params: {paper}, parse: readEntries, options: {tag: 'shop.entries'}},
  )
  return data ?? NONE
}

const readEntries = (found: unknown) =>
  parse(array(unknown()), found).flatMap((entry) => readStored(stockTransactionSchema, entry) ?? [])
