import {Button, Dialog, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import type {FormEvent} from 'react'
import {useTranslation} from 'sanity'
import {FailureCard} from '../../../actions/shared/FailureCard.tsx'
import {Field, FieldError} from '../../../components/Field.tsx'
import type {StockCover} from '../../../domain/analytics/stockCover.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {ReceiptRow} from './ReceiptRow.tsx'
import {useReceiptForm} from './useReceiptForm.ts'

export interface ReorderDialogProps {
  proposal: readonly StockCover[]
  onClose: () => void
}

/** What was proposed has come: quantities and costs as delivered, then one receipt for all of it. */
export default function ReorderDialog({proposal, onClose}: ReorderDialogProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const ids = {form: useId(), reference: useId(), empty: useId()}
  const receipt = useReceiptForm(proposal, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void receipt.submit()
  }
  return (
    <Dialog
      footer={
        <Flex gap={2} justify="flex-end" padding={3}>
          <Button
            fontSize={1}
            mode="bleed"
            onClick={onClose}
            padding={3}
            text={t('bill-form.close')}
            type="button"
          />
          <Button
            disabled={receipt.working}
            fontSize={1}
            form={ids.form}
            loading={receipt.working}
            padding={3}
            text={t('analytics.receipt.submit', {count: receipt.read.lines.length})}
            type="submit"
          />
        </Flex>
      }
      header={t('analytics.receipt.title')}
      id="shop-reorder-dialog"
      onClose={onClose}
      width={2}
    >
      <form id={ids.form} noValidate onSubmit={submit}>
        <Stack gap={4} padding={4} paddingTop={2}>
          <Text muted size={1}>
            {t('analytics.receipt.intro')}
          </Text>
          <Field id={ids.reference} label={t('analytics.receipt.reference')}>
            <TextInput
              fontSize={1}
              id={ids.reference}
              onChange={({currentTarget: {value}}) => receipt.setReference(value)}
              padding={2}
              value={receipt.reference}
            />
          </Field>
          <Stack as="ul" gap={3}>
            {receipt.lines.map((line) => (
              <ReceiptRow
                key={line.product._id}
                line={line}
                onChange={receipt.edit}
                onRemove={() => receipt.remove(line.product._id)}
                wrong={receipt.attempted && receipt.read.wrong.has(line.product._id)}
              />
            ))}
          </Stack>
          {receipt.attempted && receipt.read.lines.length === 0 && (
            <FieldError id={ids.empty} message={t('analytics.receipt.empty')} />
          )}
          {receipt.failure !== undefined && (
            <FailureCard failure={receipt.failure} title={t('stock-form.error.title')} />
          )}
        </Stack>
      </form>
    </Dialog>
  )
}
