import type {DriftCorrection} from '../domain/proof/driftAlerts.ts'
import type {ShopOperations} from './commands.ts'

/**
 * The operation that puts a drifted document right.
 * @returns the sequence of the ledger entry that says what was corrected, where there is one
 * @throws ShopError as the operation does
 */
export async function carryOutCorrection(
  correction: DriftCorrection,
  key: string,
  {bills, stock}: Pick<ShopOperations, 'bills' | 'stock'>,
): Promise<number | undefined> {
  switch (correction.kind) {
    case 'stock': {
      const {entries} = await stock.correct({key, product: correction.product})
      return entries.at(-1)?.sequence
    }
    case 'balance':
      await bills.correctBalance({key, bill: correction.bill})
      return undefined
    case 'series':
      await bills.correctSeries({key, series: correction.series})
      return undefined
    case 'day':
      await bills.correctDay({key, day: correction.day})
      return undefined
    case 'account':
      await bills.correctAccount({key, customer: correction.customer})
      return undefined
  }
}
