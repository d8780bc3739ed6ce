import {array, parse, unknown} from 'valibot'
import type {StockTransaction} from '../../domain/documents.ts'
import {stockTransactionSchema} from '../../domain/documentSchemas.ts'
import {useListeningQuery} from '../../realtime/index.ts'
import type {ListeningQueryResult} from '../../realtime/index.ts'
import {readStored} from '../shared/useStored.ts'

/** The ledger entries that a paper has made, newest first, live; what cannot be read is left to its own form. */
export function useEntriesOf(paper: string): ListeningQueryResult<readonly StockTransaction[]> {
  return useListeningQuery<readonly StockTransaction[]>(
    '*[_type == "stockTransaction" && source._ref == $paper] | order(occurredAt desc)',
    {params: {paper}, parse: readEntries, options: {tag: 'shop.entries'}},
  )
}

const readEntries = (found: unknown) =>
  parse(array(unknown()), found).flatMap((entry) => readStored(stockTransactionSchema, entry) ?? [])
