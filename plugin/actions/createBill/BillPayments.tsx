import {AddIcon} from '@sanity/icons/Add'
import {CloseIcon} from '@sanity/icons/Close'
import {Box, Button, Card, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {uuid} from '@sanity/uuid'
import {useTranslation} from 'sanity'
import {errorId, FieldError} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {MethodSelect} from '../bill/MoneyFields.tsx'
import {useShopFormat} from '../shared/useShop.ts'
import type {FormPayment} from './billForm.ts'
import type {Till} from './useBillForm.ts'

export interface BillPaymentsProps {
  bill: Till
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
      {bill.credit > 0 && <CreditToSpend bill={bill} />}
      {bill.form.payments.map((payment) => (
        <PaymentRow bill={bill} key={payment.id} onRemoved={onRemoved} payment={payment} />
      ))}
      {bill.read.payments.open > 0 && bill.form.customer === undefined && (
        <Card padding={3} radius={2} role="status" tone="caution">
          <Text size={1}>{t('bill-form.walk-in-open')}</Text>
        </Card>
      )}
      {bill.read.payments.change > 0 && bill.form.customer !== undefined && (
        <WhatBecomesOfTheRest bill={bill} />
      )}
    </Stack>
  )
}

/** A customer who overpaid once pays the next bill with it. */
function CreditToSpend({bill}: {bill: Till}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const used = bill.form.payments.some(({method}) => method === 'customerCredit')
  return (
    <Flex align="center" gap={2} justify="space-between">
      <Text muted size={1}>
        {t('bill-form.credit-left', {credit: format.money(bill.credit)})}
      </Text>
      {!used && (
        <Button
          fontSize={1}
          mode="ghost"
          onClick={() =>
            bill.dispatch({type: 'addPayment', id: uuid(), method: 'customerCredit', amount: ''})
          }
          padding={2}
          text={t('bill-form.use-credit')}
          type="button"
        />
      )}
    </Flex>
  )
}

function WhatBecomesOfTheRest({bill}: {bill: Till}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  return (
    <Select
      aria-label={t('bill-form.overpayment')}
      fontSize={1}
      onChange={({currentTarget: {value}}) =>
        bill.dispatch({
          type: 'edit',
          change: {overpayment: value === 'credit' ? 'credit' : 'change'},
        })
      }
      padding={2}
      value={bill.form.overpayment}
    >
      <option value="change">{t('bill-form.overpayment.change')}</option>
      <option value="credit">{t('bill-form.overpayment.credit')}</option>
    </Select>
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
          <MethodSelect
            hasCredit={bill.credit > 0}
            isWalkIn={bill.form.customer === undefined}
            label={t('bill-form.method')}
            method={payment.method}
            onChange={(method) => edit({method})}
          />
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
