import {Card, Flex, Select, Stack, Text, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {Field, fieldAttributes} from '../../components/Field.tsx'
import type {PaymentMethod} from '../../domain/documents.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {isPaymentMethod, PAYMENT_METHODS} from '../createBill/choices.ts'
import {useShopFormat} from '../shared/useShop.ts'
import {mostOf} from './moneyForm.ts'
import type {MoneyForm, MoneyRules, ReadMoney} from './moneyForm.ts'

export interface MoneyFieldsProps {
  form: MoneyForm
  rules: MoneyRules
  read: ReadMoney
  attempted: boolean
  onChange: (change: Partial<MoneyForm>) => void
}

/** Amount, method and reference of money for a bill, with what is due before and after. */
export function MoneyFields({form, rules, read, attempted, onChange}: MoneyFieldsProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const ids = {amount: useId(), method: useId(), reference: useId()}
  const shown = read.error !== undefined && (attempted || form.amount.trim() !== '')
  const most = format.money(mostOf(rules, form.method))
  const error = shown && read.error !== undefined ? t(read.error.key, {most}) : undefined
  return (
    <>
      <Field error={error} id={ids.amount} label={t(`money-form.${rules.direction}.amount`)}>
        <TextInput
          {...fieldAttributes(ids.amount, error)}
          autoComplete="off"
          autoFocus
          fontSize={2}
          inputMode="decimal"
          onChange={(event) => onChange({amount: event.currentTarget.value})}
          placeholder={t(`money-form.${rules.direction}.all`, {most})}
          value={form.amount}
        />
      </Field>
      <Field id={ids.method} label={t('bill-form.method')}>
        <MethodSelect
          hasCredit={rules.direction === 'refund' || rules.credit > 0}
          id={ids.method}
          isWalkIn={rules.balance.customer === undefined}
          method={form.method}
          onChange={(method) => onChange({method})}
        />
      </Field>
      <Outcome read={read} rules={rules} />
      <Field id={ids.reference} label={t('money-form.reference')}>
        <TextInput
          fontSize={1}
          id={ids.reference}
          onChange={(event) => onChange({reference: event.currentTarget.value})}
          padding={2}
          placeholder={t('money-form.reference-hint')}
          value={form.reference}
        />
      </Field>
    </>
  )
}

export interface MethodSelectProps {
  id?: string
  label?: string
  method: PaymentMethod
  /** There is credit to spend, or it may be kept as credit. */
  hasCredit: boolean
  /** Keeps no credit. */
  isWalkIn: boolean
  onChange: (method: PaymentMethod) => void
}

export function MethodSelect(props: MethodSelectProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const methods = PAYMENT_METHODS.filter(
    (method) => method !== 'customerCredit' || (props.hasCredit && !props.isWalkIn),
  )
  return (
    <Select
      aria-label={props.label}
      data-testid="shop-payment-method"
      fontSize={1}
      id={props.id}
      onChange={({currentTarget: {value}}) => {
        if (isPaymentMethod(value)) props.onChange(value)
      }}
      padding={2}
      value={props.method}
    >
      {methods.map((method) => (
        <option key={method} value={method}>
          {t(`bill-form.method.${method}`)}
        </option>
      ))}
    </Select>
  )
}

/** What stands on the bill now, live, and after this. */
function Outcome({rules, read}: {rules: MoneyRules; read: ReadMoney}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const figures = [
    [t('money-form.due'), format.money(rules.balance.balance)],
    [t('money-form.left'), read.left === undefined ? '–' : format.money(read.left)],
    ...(read.change > 0 ? [[t('bill-form.change'), format.money(read.change)]] : []),
  ]
  return (
    <Card border padding={3} radius={2} tone="transparent">
      <Flex aria-live="polite" gap={4} justify="space-between">
        {figures.map(([label, value]) => (
          <Stack gap={3} key={label}>
            <Text muted size={0}>
              {label}
            </Text>
            <Text size={2} weight="medium">
              {value}
            </Text>
          </Stack>
        ))}
      </Flex>
    </Card>
  )
}
