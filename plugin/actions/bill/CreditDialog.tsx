import {Button, Card, Flex, Text, TextInput} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {Field, fieldAttributes} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations, useShopSettings} from '../../realtime/index.ts'
import {useReceipts} from '../papers/receipts.tsx'
import type {ActionDialogProps} from '../shared/createDialogAction.tsx'
import {FormDialog} from '../shared/FormDialog.tsx'
import {useShopFormat} from '../shared/useShop.ts'
import {useSubmission} from '../shared/useSubmission.ts'
import {CreditLines} from './CreditLines.tsx'
import {CreditRefund} from './CreditRefund.tsx'
import {creditAll, readCreditForm} from './creditForm.ts'
import type {CreditForm} from './creditForm.ts'
import {LoadingBill} from './LoadingBill.tsx'
import {useBillSubject} from './useBillSubject.ts'
import type {BillSubject} from './useBillSubject.ts'

/** Takes back all or part of a bill, line by line. */
export default function CreditDialog(props: ActionDialogProps) {
  const subject = useBillSubject(props.id)
  return subject === undefined ? (
    <LoadingBill onClose={props.onClose} />
  ) : (
    <ReadyCredit onClose={props.onClose} subject={subject} />
  )
}

function ReadyCredit({subject, onClose}: {subject: BillSubject; onClose: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {bill, balance} = subject
  const {cashRounding} = useShopSettings()
  const [form, setForm] = useState<CreditForm>(() => startOf(subject))
  const submission = useSubmission()
  const carryOut = useCarryOut(bill.number, onClose)
  const format = useShopFormat()
  const reasonId = useId()
  const read = readCreditForm(form, subject, cashRounding)
  const {command} = read
  const edit = (change: Partial<CreditForm>) => setForm((current) => ({...current, ...change}))
  const shownReason = submission.attempted ? read.errors.reason : undefined
  const reasonError = shownReason && t(shownReason.key)
  return (
    <FormDialog
      failureTitle={t('credit-form.failed')}
      name="credit-bill"
      onClose={onClose}
      onSubmit={() => void submission.submit(command && (() => carryOut(command)))}
      submission={submission}
      submitText={t('credit-form.submit')}
      title={t('credit-form.title', {number: bill.number})}
      width={2}
      workingText={t('form.working')}
    >
      <CreditLines
        attempted={submission.attempted}
        bill={bill}
        balance={balance}
        form={form}
        onChange={(lines) => edit({lines})}
        read={read}
      />
      <div>
        <Button
          fontSize={1}
          mode="ghost"
          onClick={() => edit({lines: creditAll(bill, balance)})}
          padding={2}
          text={t('credit-form.all')}
          type="button"
        />
      </div>
      <Card border padding={3} radius={2} tone="transparent">
        <Flex align="center" aria-live="polite" justify="space-between">
          <Text size={1} weight="medium">
            {t('credit-form.total')}
          </Text>
          <Text data-testid="shop-credit-total" size={2} weight="semibold">
            {format.money(read.total)}
          </Text>
        </Flex>
      </Card>
      <CreditRefund
        attempted={submission.attempted}
        form={form}
        isWalkIn={bill.customer === undefined}
        onChange={edit}
        read={read}
      />
      <Field error={reasonError} id={reasonId} label={t('credit-form.reason')}>
        <TextInput
          {...fieldAttributes(reasonId, reasonError)}
          fontSize={1}
          onChange={(event) => edit({reason: event.currentTarget.value})}
          padding={2}
          placeholder={t('credit-form.reason-placeholder')}
          value={form.reason}
        />
      </Field>
    </FormDialog>
  )
}

/** A paid bill is paid back, an open one owes less. */
function startOf({bill, balance}: BillSubject): CreditForm {
  const lines = Object.fromEntries(
    bill.lines.map(({_key}) => [_key, {quantity: '', restock: true}]),
  )
  const refund = balance.balance > 0 || balance.paid <= 0 ? 'none' : 'cash'
  return {key: uuid(), lines, reason: '', refund, refundAmount: ''}
}

function useCarryOut(number: string, onClose: () => void) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const receipts = useReceipts()
  const format = useShopFormat()
  const {bills} = useSanityOperations()
  return async (command: Parameters<typeof bills.credit>[0]): Promise<void> => {
    const {creditNote} = await bills.credit(command)
    toast.push({
      status: 'success',
      title: t('credit-form.done', {number: creditNote.number, bill: number}),
      description: (
        <Flex align="center" gap={3}>
          <Text size={1}>{format.money(creditNote.totals.total)}</Text>
          <Button
            fontSize={1}
            mode="ghost"
            onClick={() => receipts.open(creditNote._id)}
            padding={2}
            text={t('receipt.open')}
          />
        </Flex>
      ),
    })
    onClose()
  }
}
