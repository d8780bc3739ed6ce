import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CopyIcon} from '@sanity/icons/Copy'
import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {RevertIcon} from '@sanity/icons/Revert'
import {UndoIcon} from '@sanity/icons/Undo'
import type {DocumentActionProps} from 'sanity'
import {CreateBillDialog} from '../createBill/CreateBillDialog.lazy.ts'
import {ReceiptDialog} from '../papers/ReceiptDialog.lazy.ts'
import {createDialogAction} from '../shared/createDialogAction.tsx'
import type {ActionDialogProps} from '../shared/createDialogAction.tsx'
import {lazyComponent} from '../../components/lazyComponent.tsx'
import {message} from '../shared/messages.ts'
import type {Message} from '../shared/messages.ts'
import {useAnyBillBalance} from '../shared/useStored.ts'
import {refuseCredit, refusePayment, refuseRefund, refuseVoid} from './refusals.ts'
import type {BillRefusal} from './refusals.ts'

declare module 'sanity' {
  /** Lets other plugins find and replace the actions. */
  interface DocumentActionKeys {
    shopRecordPayment: never
    shopRefund: never
    shopCreditBill: never
    shopVoidBill: never
    shopPrintBill: never
    shopSellAgain: never
  }
}

const MoneyDialog = lazyComponent(() => import('./MoneyDialog.tsx'))
const CreditDialog = lazyComponent(() => import('./CreditDialog.tsx'))
const VoidDialog = lazyComponent(() => import('./VoidDialog.tsx'))

/** Whether the balance allows it, with the balance as it is now. */
const byBalance = (refuse: BillRefusal) =>
  function useBalanceRefusal({id, published}: DocumentActionProps): Message | undefined {
    const balance = useAnyBillBalance(id)
    if (published === null) return message('action.disabled.unreadable')
    return balance === undefined
      ? message('action.disabled.loading-bill')
      : refuse(balance, published)
  }

const useReadable = ({published}: DocumentActionProps) =>
  published === null ? message('action.disabled.unreadable') : undefined

export const recordPaymentAction = createDialogAction({
  name: 'shopRecordPayment',
  label: 'record-payment',
  icon: CreditCardIcon,
  operation: 'bills.recordPayment',
  useRefusal: byBalance(refusePayment),
  preloads: [MoneyDialog],
  Dialog: (props: ActionDialogProps) => <MoneyDialog {...props} direction="payment" />,
})

export const refundAction = createDialogAction({
  name: 'shopRefund',
  label: 'refund',
  icon: UndoIcon,
  operation: 'bills.refund',
  useRefusal: byBalance(refuseRefund),
  preloads: [MoneyDialog],
  Dialog: (props: ActionDialogProps) => <MoneyDialog {...props} direction="refund" />,
})

export const creditBillAction = createDialogAction({
  name: 'shopCreditBill',
  label: 'credit-bill',
  icon: RevertIcon,
  operation: 'bills.credit',
  useRefusal: byBalance(refuseCredit),
  preloads: [CreditDialog],
  Dialog: CreditDialog,
})

export const voidBillAction = createDialogAction({
  name: 'shopVoidBill',
  label: 'void-bill',
  icon: CloseCircleIcon,
  tone: 'critical',
  operation: 'bills.void',
  useRefusal: byBalance(refuseVoid),
  preloads: [VoidDialog],
  Dialog: VoidDialog,
})

export const printBillAction = createDialogAction({
  name: 'shopPrintBill',
  label: 'print-bill',
  icon: DocumentTextIcon,
  useRefusal: useReadable,
  preloads: [ReceiptDialog],
  Dialog: ReceiptDialog,
})

export const sellAgainAction = createDialogAction({
  name: 'shopSellAgain',
  label: 'sell-again',
  icon: CopyIcon,
  operation: 'bills.create',
  useRefusal: useReadable,
  preloads: [CreateBillDialog],
  Dialog: ({id, onClose}) => <CreateBillDialog again={id} onClose={onClose} />,
})
