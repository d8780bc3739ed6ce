import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {RefundCommand, ShopOperations} from '../../operations/commands.ts'
import {useSanityOperations} from '../../realtime/index.ts'
import type {ActionDialogProps} from '../shared/createDialogAction.tsx'
import {FormDialog} from '../shared/FormDialog.tsx'
import {useShopFormat} from '../shared/useShop.ts'
import {useSubmission} from '../shared/useSubmission.ts'
import {LoadingBill} from './LoadingBill.tsx'
import {MoneyFields} from './MoneyFields.tsx'
import {readMoney} from './moneyForm.ts'
import type {MoneyForm, MoneyRules} from './moneyForm.ts'
import {useBillSubject} from './useBillSubject.ts'
import type {BillSubject} from './useBillSubject.ts'

export interface MoneyDialogProps extends ActionDialogProps {
  direction: MoneyRules['direction']
}

/** Records a payment for a bill, or pays money back for it. */
export default function MoneyDialog(props: MoneyDialogProps) {
  const subject = useBillSubject(props.id)
  return subject === undefined ? (
    <LoadingBill onClose={props.onClose} />
  ) : (
    <ReadyMoney {...props} subject={subject} />
  )
}

function ReadyMoney({direction, subject, onClose}: MoneyDialogProps & {subject: BillSubject}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const format = useShopFormat()
  const {bills} = useSanityOperations()
  const [form, setForm] = useState<MoneyForm>(() => startOf(direction, subject))
  const submission = useSubmission()
  const {bill, balance, credit} = subject
  const rules: MoneyRules = {direction, balance, credit, currency: bill.currency}
  const read = readMoney(form, rules)
  const {amount} = read
  const carryOut =
    amount === undefined
      ? undefined
      : async () => {
          await move(bills, direction, {...toCommand(form, bill._id), amount})
          toast.push({
            status: 'success',
            title: t(`money-form.${direction}.done`, {
              amount: format.money(amount - read.change),
              number: bill.number,
            }),
            ...(read.change > 0
              ? {description: t('money-form.change', {change: format.money(read.change)})}
              : {}),
          })
          onClose()
        }
  return (
    <FormDialog
      failureTitle={t('money-form.failed')}
      name={direction === 'payment' ? 'record-payment' : 'refund'}
      onClose={onClose}
      onSubmit={() => void submission.submit(carryOut)}
      submission={submission}
      submitText={t(`money-form.${direction}.submit`)}
      title={t(`money-form.${direction}.title`, {number: bill.number})}
      workingText={t('form.working')}
    >
      <MoneyFields
        attempted={submission.attempted}
        form={form}
        onChange={(change) => setForm((current) => ({...current, ...change}))}
        read={read}
        rules={rules}
      />
    </FormDialog>
  )
}

/** A refund goes back the way most of the money came. */
function startOf(direction: MoneyRules['direction'], {balance}: BillSubject): MoneyForm {
  const [method = 'cash'] =
    direction === 'refund' ? methodsByAmount(balance.paidByMethod) : (['cash'] as const)
  return {key: uuid(), amount: '', method, reference: ''}
}

function methodsByAmount(paid: BillSubject['balance']['paidByMethod'] = {}) {
  const {cash = 0, card = 0, upi = 0, bankTransfer = 0, other = 0} = paid
  const ways = [
    ['cash', cash],
    ['card', card],
    ['upi', upi],
    ['bankTransfer', bankTransfer],
    ['other', other],
  ] as const
  return ways.toSorted((a, b) => b[1] - a[1]).map(([method]) => method)
}

function toCommand({key, method, reference}: MoneyForm, bill: string) {
  const noted = reference.trim()
  return {key, bill, method, ...(noted === '' ? {} : {reference: noted})}
}

function move(
  bills: ShopOperations['bills'],
  direction: MoneyRules['direction'],
  command: RefundCommand,
): Promise<unknown> {
  if (direction === 'refund') return bills.refund(command)
  return bills.recordPayment(
    command.method === 'cash' ? {...command, overpayment: 'change'} : command,
  )
}
