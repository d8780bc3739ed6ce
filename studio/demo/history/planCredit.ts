import {lineAmount} from '../../../plugin/domain/money.ts'
import type {CreateBillCommand} from '../../../plugin/operations/commands.ts'
import type {DemoDay} from './clock.ts'
import type {BillDraftPlan, PlannedLine} from './planBill.ts'
import type {Planning} from './planHistory.ts'
import type {Step} from './steps.ts'

interface Reason {
  words: string
  restock: boolean
}

export interface SoldBill {
  plan: BillDraftPlan
  command: CreateBillCommand
}

const REASONS: readonly [Reason, ...Reason[]] = [
  {words: 'Wrong size bought', restock: true},
  {words: 'Customer changed their mind', restock: true},
  {words: 'Faulty, back to the maker', restock: false},
]

/** Every fifth day a walk-in brings one line of a recent bill back and is paid out in cash. */
export function planCredit(day: DemoDay, {chance, shelf}: Planning, recent: SoldBill[]): Step[] {
  const known = recent.splice(0).slice(-60)
  recent.push(...known)
  if (day.offset % 5 !== 0) return []
  const index = known.findIndex(isReturnable)
  const sold = known[index]
  if (sold === undefined) return []
  recent.splice(index, 1)
  const line = sold.plan.lines.findIndex(isWhole)
  const returned = sold.plan.lines[line]
  if (returned === undefined) return []
  const {words, restock} = chance.pick(REASONS)
  if (restock) shelf.move(returned.product, returned.quantity)
  const {document} = returned.product
  return [
    {
      at: day.at(0.01),
      kind: 'credit',
      credit: {
        key: `demo:credit:${day.offset}`,
        billKey: sold.plan.key,
        line,
        quantity: returned.quantity,
        restock,
        reason: words,
        refund: {
          method: 'cash',
          amount: lineAmount(document.price, returned.quantity, document.unit.decimals),
        },
      },
    },
  ]
}

/** Walk-in, paid in full, no discount: what is given back is then exactly the line. */
function isReturnable({plan}: SoldBill): boolean {
  return plan.customer === undefined && plan.discountRate === undefined && plan.lines.some(isWhole)
}

function isWhole({product: {document}}: PlannedLine): boolean {
  return document.trackStock && document.unit.decimals === 0
}
