import {roundToStep} from '../../../plugin/domain/money.ts'
import {isFirm, type Customer} from '../people.ts'
import type {Chance} from '../random.ts'
import type {DemoDay} from './clock.ts'
import type {Step} from './steps.ts'

/** A bill sold on account, and when the customer will pay how much of it. */
export interface PromisedPayment {
  billKey: string
  /** The day's offset; after today the bill stays open. */
  offset: number
  amount: number
}

/** Most sales are paid at the counter; firms often buy on account. Returns what is paid at once. */
export function planSettlement(
  chance: Chance,
  sale: {key: string; offset: number; customer?: Customer | undefined; total: number},
): {paidNow: number; promised: PromisedPayment[]} {
  const {customer, total, key, offset} = sale
  const onAccount = customer !== undefined && chance.happens(isFirm(customer) ? 0.55 : 0.06)
  if (!onAccount || total === 0) return {paidNow: total, promised: []}
  const deposit = chance.happens(0.3) ? roundToStep(total * 0.4, 100) : 0
  const days = chance.between(6, 20) + (chance.happens(0.35) ? 30 : 0)
  return {
    paidNow: deposit,
    promised: [{billKey: key, offset: offset + days, amount: total - deposit}],
  }
}

/** What customers pay on this day for earlier bills. */
export function planPayments(day: DemoDay, promised: readonly PromisedPayment[]): Step[] {
  return promised
    .filter(({offset}) => offset === day.offset)
    .map(({billKey, amount}, index) => ({
      at: day.at(0.007 + index / 10_000),
      kind: 'payment',
      payment: {
        key: `${billKey}:settled`,
        billKey,
        amount,
        method: index % 2 === 0 ? 'bankTransfer' : 'upi',
      },
    }))
}
