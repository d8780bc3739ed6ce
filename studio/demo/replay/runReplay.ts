import type {SanityClient} from '@sanity/client'
import {ShopError} from '../../../plugin/domain/errors.ts'
import {createShopOperations} from '../../../plugin/operations/createShopOperations.ts'
import type {ShopOperations} from '../../../plugin/operations/commands.ts'
import {storeFirstSettings} from '../settings.ts'
import type {Invoice, Opening, ReplayPlan} from './planReplay.ts'
import {createTally, type Tally} from './tally.ts'
import {RETAIL_OPTIONS, storeCatalogue} from './storeCatalogue.ts'

/** How often the progress is told: rows done, rows in all. */
export type OnRows = (done: number, total: number) => void

/**
 * Sells a planned history through the shop's operations, one after another in the order of the files, so that numbers
 * follow the history. Every key derives from the files: a second run finds each operation done and adds nothing.
 *
 * @returns what the shop holds for these files, from the operations' own answers
 * @throws ShopError when the lake cannot be reached or refuses the actor; a next run goes on
 */
export async function runReplay(
  client: SanityClient,
  plan: ReplayPlan,
  onRows: OnRows,
): Promise<Tally> {
  await storeFirstSettings(client, RETAIL_OPTIONS)
  const operations = createShopOperations({
    client,
    actor: {id: 'replay', name: 'Replayed history'},
    options: RETAIL_OPTIONS,
  })
  const tally = createTally(plan)
  const total = plan.invoices.reduce((rows, invoice) => rows + rowsOf(invoice), 0)
  await storeCatalogue(client, plan)
  for (const opening of plan.openings) await openStock(operations, opening)
  let done = 0
  for (const invoice of plan.invoices) {
    await sellInvoice(operations, invoice, tally)
    done += rowsOf(invoice)
    onRows(done, total)
  }
  return tally
}

const rowsOf = ({billLines, creditLines, adjustments}: Invoice): number =>
  billLines.length + creditLines.length + adjustments.length

async function openStock(operations: ShopOperations, opening: Opening): Promise<void> {
  await operations.stock.receive(opening)
}

async function sellInvoice(
  operations: ShopOperations,
  invoice: Invoice,
  tally: Tally,
): Promise<void> {
  const {number, occurredAt, customer, billLines, creditLines, adjustments} = invoice
  const common = {occurredAt, reference: number, ...(customer === undefined ? {} : {customer})}
  const key = `replay:${number}`
  if (billLines.length > 0) {
    const total = billLines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)
    await orRefused(tally, billLines.length, async () => {
      const {bill} = await operations.bills.create({
        key,
        ...common,
        lines: billLines,
        ...(total === 0 ? {} : {payments: [{method: 'other', amount: total}]}),
      })
      tally.addBill(bill)
    })
  }
  if (creditLines.length > 0) {
    await orRefused(tally, creditLines.length, async () => {
      const {creditNote} = await operations.bills.credit({
        key,
        ...common,
        lines: creditLines,
        reason: 'Returned',
      })
      tally.addCreditNote(creditNote)
    })
  }
  for (const adjustment of adjustments) {
    await orRefused(tally, 1, async () => {
      await operations.stock.adjust({...adjustment, occurredAt})
      tally.addAdjustment()
    })
  }
}

/** What the shop itself refuses is counted under its code; a lake that cannot be reached or used ends the replay. */
async function orRefused(tally: Tally, rows: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ShopError) || ENDING.has(error.code)) throw error
    tally.addRefused(error.code, rows, error.message)
  }
}

const ENDING: ReadonlySet<string> = new Set(['offline', 'rate-limited', 'not-permitted'])
