import type {PaymentMethod} from '../../../plugin/domain/documents.ts'
import type {
  AdjustCommand,
  CountCommand,
  CreateBillCommand,
  ParkCommand,
  ReceiveCommand,
} from '../../../plugin/operations/commands.ts'

/** One operation of the demo shop's past. `at` is when it happened, ISO UTC; steps are carried out in that order. */
export type Step = {at: string} & (
  | {kind: 'open'; command: ReceiveCommand}
  | {kind: 'receive'; command: ReceiveCommand}
  | {kind: 'bill'; command: CreateBillCommand}
  | {kind: 'payment'; payment: PlannedPayment}
  | {kind: 'credit'; credit: PlannedCredit}
  | {kind: 'adjust'; command: AdjustCommand}
  | {kind: 'count'; command: CountCommand}
  | {kind: 'park'; command: ParkCommand}
)

/** Pays for an earlier bill. */
export interface PlannedPayment {
  key: string
  /** The command key of the bill. */
  billKey: string
  amount: number
  method: PaymentMethod
}

/** Credits one whole line of an earlier bill; the line's key is known only once that bill is issued. */
export interface PlannedCredit {
  key: string
  /** The command key of the bill. */
  billKey: string
  /** Place of the line on the bill. */
  line: number
  quantity: number
  restock: boolean
  reason: string
  refund: {method: PaymentMethod; amount: number}
}
