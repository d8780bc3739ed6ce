import {Card, Stack, Text, TextInput} from '@sanity/ui'
import {useToast} from '@sanity/ui/toast'
import {uuid} from '@sanity/uuid'
import {useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {Field, fieldAttributes} from '../../components/Field.tsx'
import {remainingLines} from '../../domain/daySums.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useSanityOperations} from '../../realtime/index.ts'
import type {ActionDialogProps} from '../shared/createDialogAction.tsx'
import {FormDialog} from '../shared/FormDialog.tsx'
import {useShopFormat} from '../shared/useShop.ts'
import {useSubmission} from '../shared/useSubmission.ts'
import {LoadingBill} from './LoadingBill.tsx'
import {useBillSubject} from './useBillSubject.ts'
import type {BillSubject} from './useBillSubject.ts'

/** Cancels a bill: says before what comes back into stock and what is paid back. */
export default function VoidDialog(props: ActionDialogProps) {
  const subject = useBillSubject(props.id)
  return subject === undefined ? (
    <LoadingBill onClose={props.onClose} />
  ) : (
    <ReadyVoid onClose={props.onClose} subject={subject} />
  )
}

function ReadyVoid({subject, onClose}: {subject: BillSubject; onClose: () => void}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const {bills} = useSanityOperations()
  const [key] = useState(() => uuid())
  const [reason, setReason] = useState('')
  const submission = useSubmission()
  const id = useId()
  const {bill} = subject
  const error =
    submission.attempted && reason.trim() === '' ? t('void-form.error.reason') : undefined
  const carryOut =
    reason.trim() === ''
      ? undefined
      : async () => {
          await bills.void({key, bill: bill._id, reason: reason.trim()})
          toast.push({status: 'success', title: t('void-form.done', {number: bill.number})})
          onClose()
        }
  return (
    <FormDialog
      failureTitle={t('void-form.failed')}
      name="void-bill"
      onClose={onClose}
      onSubmit={() => void submission.submit(carryOut)}
      submission={submission}
      submitText={t('void-form.submit')}
      title={t('void-form.title', {number: bill.number})}
      workingText={t('form.working')}
    >
      <Consequences {...subject} />
      <Field error={error} id={id} label={t('void-form.reason')}>
        <TextInput
          {...fieldAttributes(id, error)}
          autoFocus
          fontSize={1}
          onChange={(event) => setReason(event.currentTarget.value)}
          placeholder={t('void-form.reason-placeholder')}
          value={reason}
        />
      </Field>
    </FormDialog>
  )
}

function Consequences({bill, balance}: BillSubject) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const back = remainingLines(bill, balance.creditedLines).filter(
    ({line}) => line.cost !== undefined && line.product !== undefined,
  )
  return (
    <Card border padding={3} radius={2} tone="caution">
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {t('void-form.consequences')}
        </Text>
        {back.map(({line, quantity}) => (
          <Text key={line._key} size={1}>
            {t('void-form.restocks', {
              quantity: format.quantity(quantity, line.unit),
              name: line.name,
            })}
          </Text>
        ))}
        <Text size={1}>
          {balance.paid > 0
            ? t('void-form.pays-back', {amount: format.money(balance.paid)})
            : t('void-form.pays-nothing')}
        </Text>
      </Stack>
    </Card>
  )
}
