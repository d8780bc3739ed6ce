import {Select, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {Field, fieldAttributes} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {isPaymentMethod, PAYMENT_METHODS} from '../createBill/choices.ts'
import {useShopFormat} from '../shared/useShop.ts'
import type {CreditForm, ReadCredit} from './creditForm.ts'

export interface CreditRefundProps {
  form: CreditForm
  read: ReadCredit
  attempted: boolean
  /** Keeps no credit. */
  isWalkIn: boolean
  onChange: (change: Partial<CreditForm>) => void
}

/** Whether and how money goes back; offered only once something was paid. */
export function CreditRefund({form, read, attempted, isWalkIn, onChange}: CreditRefundProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const ids = {method: useId(), amount: useId()}
  const most = format.money(read.mostRefund)
  const shown = attempted || form.refundAmount.trim() !== '' ? read.errors.refundAmount : undefined
  const error = shown && t(shown.key, {most})
  return (
    <>
      <Field id={ids.method} label={t('credit-form.refund')}>
        <Select
          fontSize={1}
          id={ids.method}
          onChange={({currentTarget: {value}}) =>
            onChange({refund: isPaymentMethod(value) ? value : 'none'})
          }
          padding={2}
          value={form.refund}
        >
          <option value="none">{t('credit-form.refund.none')}</option>
          {PAYMENT_METHODS.filter((method) => method !== 'customerCredit' || !isWalkIn).map(
            (method) => (
              <option key={method} value={method}>
                {t('credit-form.refund.by', {method: t(`bill-form.method.${method}`)})}
              </option>
            ),
          )}
        </Select>
      </Field>
      {form.refund !== 'none' && (
        <Field error={error} id={ids.amount} label={t('credit-form.refund-amount')}>
          <TextInput
            {...fieldAttributes(ids.amount, error)}
            autoComplete="off"
            fontSize={1}
            inputMode="decimal"
            onChange={(event) => onChange({refundAmount: event.currentTarget.value})}
            padding={2}
            placeholder={most}
            value={form.refundAmount}
          />
        </Field>
      )}
    </>
  )
}
