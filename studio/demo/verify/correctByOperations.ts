import {uuid} from '@sanity/uuid'
import type {SanityClient} from '@sanity/client'
import {ShopError} from '../../../plugin/domain/errors.ts'
import type {Drift} from '../../../plugin/domain/proof.ts'
import {toDriftAlerts} from '../../../plugin/domain/proof/driftAlerts.ts'
import type {DriftCorrection} from '../../../plugin/domain/proof/driftAlerts.ts'
import {carryOutCorrection} from '../../../plugin/operations/carryOutCorrection.ts'
import type {ShopOperations} from '../../../plugin/operations/commands.ts'
import {createShopOperations} from '../../../plugin/operations/createShopOperations.ts'

/** Days and accounts follow from balances, so these come first. */
const ORDER: readonly DriftCorrection['kind'][] = ['stock', 'series', 'balance', 'day', 'account']

const ACTOR = {id: 'verify', name: 'npm run verify'}

/**
 * What an operation of the shop puts right and says so in the shop itself: entries that are gone, balances, days,
 * accounts, counters that are behind. The rest of `differences` is left, with what an operation refuses.
 * @returns how many subjects are settled
 */
export async function correctByOperations(
  client: SanityClient,
  differences: readonly Drift[],
): Promise<number> {
  const operations = createShopOperations({client, actor: ACTOR})
  let settled = 0
  for (const correction of correctionsOf(differences)) {
    if (await isCorrected(correction, operations)) settled += 1
  }
  return settled
}

/** One for each product, balance and series; a level whose ledger is whole is simply rebuilt. */
function correctionsOf(differences: readonly Drift[]): readonly DriftCorrection[] {
  const subjects = new Map<string, DriftCorrection>()
  for (const {correction, drifts} of toDriftAlerts(differences)) {
    if (correction === undefined) continue
    if (correction.kind === 'stock' && !drifts.some(({kind}) => kind === 'ledger')) continue
    subjects.set(JSON.stringify(correction), correction)
  }
  return [...subjects.values()].toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

/** False when it is for people to judge: what was refused differs still, and is named again. */
async function isCorrected(
  correction: DriftCorrection,
  operations: ShopOperations,
): Promise<boolean> {
  try {
    await carryOutCorrection(correction, uuid(), operations)
    return true
  } catch (error) {
    if (error instanceof ShopError) return false
    throw error
  }
}
