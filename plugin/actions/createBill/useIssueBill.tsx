import {useToast} from '@sanity/ui/toast'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {CreateBillCommand} from '../../operations/commands.ts'
import {useSanityOperations} from '../../realtime/index.ts'
import {ReceiptContext, useReceipts} from '../papers/receipts.tsx'
import {useShopFormat} from '../shared/useShop.ts'
import {IssuedWords} from './LastIssued.tsx'
import {ISSUED_TOAST, RECEIPT_MS, rememberIssued} from './lastIssued.ts'

/** Issues the bill, then says so with the change to give, the receipt and what the cashier should know. */
export function useIssueBill() {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const format = useShopFormat()
  const receipts = useReceipts()
  const {bills} = useSanityOperations()
  return async (command: CreateBillCommand, change: number): Promise<void> => {
    const {bill, warnings} = await bills.create(command)
    const total = format.money(bill.totals.total)
    const customer = bill.customerName ?? t('bill.walk-in')
    const gives = change > 0 && command.overpayment === 'change'
    const issued = {
      id: bill._id,
      title: t('bill-form.issued', {number: bill.number}),
      description: t('bill-form.issued-description', {total, customer}),
      ...(gives ? {change: t('money-form.change', {change: format.money(change)})} : {}),
    }
    rememberIssued(issued)
    toast.push({
      id: ISSUED_TOAST,
      status: 'success',
      title: issued.title,
      duration: RECEIPT_MS,
      closable: true,
      description: (
        <ReceiptContext value={receipts}>
          <IssuedWords issued={issued} />
        </ReceiptContext>
      ),
    })
    for (const warning of warnings) {
      toast.push({
        status: 'warning',
        title: t('bill-form.over-limit', {customer}),
        description: t('bill-form.over-limit-description', {
          owed: format.money(warning.owed),
          limit: format.money(warning.limit),
        }),
      })
    }
  }
}
