import {AddIcon} from '@sanity/icons/Add'
import {CloseIcon} from '@sanity/icons/Close'
import {Box, Button, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useTranslation} from 'sanity'
import {errorId, FieldError} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {isPaymentMethod, PAYMENT_METHODS} from './choices.ts'
import type {FormPayment} from './billForm.ts'
import type {useBillForm} from './useBillForm.ts'

export interface BillPaymentsProps {
  bill: ReturnType<typeof useBillForm>
  /** The removed payment had the focus. */
  onRemoved: () => void
}

/** How the bill is paid; an empty amount is all that is left. */
export function BillPayments({bill, onRemoved}: BillPaymentsProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Stack gap={2}>
      <Flex align="center" justify="space-between">
        <Text size={1} weight="medium">
          {t('bill-form.payments')}
        </Text>
        <Button
          fontSize={1}
          icon={AddIcon}
          mode="bleed"
          onClick={() =>
            bill.dispatch({type: 'addPayment', id: uuid(), method: 'cash', amount: ''})
          }
          padding={2}
          text={t('bill-form.add-payment')}
          type="button"
        />
      </Flex>
      {bill.form.payments.map((payment) => (
        <PaymentRow bill={bill} key={payment.id} onRemoved={onRemoved} payment={payment} />
      ))}
    </Stack>
  )
}

function PaymentRow({bill, payment, onRemoved}: BillPaymentsProps & {payment: FormPayment}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {dispatch, read} = bill
  const found = read.payments.errors.get(payment.id)
  const error = found && t(found.key, found.values)
  const edit = (change: Partial<Omit<FormPayment, 'id'>>) =>
    dispatch({type: 'editPayment', id: payment.id, change})
  return (
    <Stack gap={2}>
      <Flex align="center" gap={2}>
        <Box flex={1}>
          <Select
            aria-label={t('bill-form.method')}
            data-testid="shop-payment-method"
            fontSize={1}
            onChange={({currentTarget: {value}}) => {
              if (isPaymentMethod(value)) edit({method: value})
            }}
            padding={2}
            value={payment.method}
          >
            {PAYMENT_METHODS.map((method) => (
              <option key={method} value={method}>
                {t(`bill-form.method.${method}`)}
              </option>
            ))}
          </Select>
        </Box>
        <Box flex={1}>
          <TextInput
            aria-describedby={error === undefined ? undefined : errorId(payment.id)}
            aria-invalid={error !== undefined}
            aria-label={t('bill-form.received')}
            data-testid="shop-payment-amount"
            fontSize={1}
            inputMode="decimal"
            onChange={(event) => edit({amount: event.currentTarget.value})}
            padding={2}
            placeholder={t('bill-form.pay-all')}
            value={payment.amount}
          />
        </Box>
        <Button
          aria-label={t('bill-form.remove-payment')}
          fontSize={1}
          icon={CloseIcon}
          mode="bleed"
          onClick={() => {
            dispatch({type: 'removePayment', id: payment.id})
            onRemoved()
          }}
          padding={2}
          type="button"
        />
      </Flex>
      {error !== undefined && <FieldError id={payment.id} message={error} />}
    </Stack>
  )
}
