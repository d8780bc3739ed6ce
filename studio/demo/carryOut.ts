import type {Bill} from '../../plugin/domain/documents.ts'
import type {ShopOperations} from '../../plugin/operations/commands.ts'
import type {PlannedCredit, PlannedPayment, Step} from './history/steps.ts'

/**
 * Does the steps one after another: numbers follow time, and each step finds the stock that the plan expects.
 * `onStep` gets the number of steps done and the day of the last.
 */
export async function carryOut(
  operations: ShopOperations,
  steps: readonly Step[],
  onStep: (done: number, day: string) => void,
): Promise<void> {
  const bills = new Map<string, Bill>()
  for (const [index, step] of steps.entries()) {
    await carryOutStep(operations, step, bills)
    onStep(index + 1, step.at.slice(0, 10))
  }
}

async function carryOutStep(
  operations: ShopOperations,
  step: Step,
  bills: Map<string, Bill>,
): Promise<unknown> {
  switch (step.kind) {
    case 'open':
      return operations.stock.open(step.command)
    case 'receive':
      return operations.stock.receive(step.command)
    case 'adjust':
      return operations.stock.adjust(step.command)
    case 'count':
      return operations.stock.count(step.command)
    case 'park':
      return operations.bills.park(step.command)
    case 'bill': {
      const {bill} = await operations.bills.create(step.command)
      return bills.set(step.command.key, bill)
    }
    case 'payment':
      return pay(operations, step.payment, step.at, bills)
    case 'credit':
      return credit(operations, step.credit, step.at, bills)
  }
}

async function pay(
  operations: ShopOperations,
  {key, billKey, amount, method}: PlannedPayment,
  occurredAt: string,
  bills: ReadonlyMap<string, Bill>,
): Promise<unknown> {
  return operations.bills.recordPayment({
    key,
    bill: requireBill(bills, billKey)._id,
    amount,
    method,
    occurredAt,
  })
}

function requireBill(bills: ReadonlyMap<string, Bill>, key: string): Bill {
  const bill = bills.get(key)
  if (bill === undefined) throw new Error(`The demo plan refers to ${key}, which it never sold.`)
  return bill
}

async function credit(
  operations: ShopOperations,
  planned: PlannedCredit,
  occurredAt: string,
  bills: ReadonlyMap<string, Bill>,
): Promise<unknown> {
  const bill = requireBill(bills, planned.billKey)
  const line = bill.lines[planned.line]
  if (line === undefined) {
    throw new Error(`The demo plan credits a line that ${planned.billKey} does not have.`)
  }
  return operations.bills.credit({
    key: planned.key,
    bill: bill._id,
    lines: [{line: line._key, quantity: planned.quantity, restock: planned.restock}],
    reason: planned.reason,
    refund: planned.refund,
    occurredAt,
  })
}
