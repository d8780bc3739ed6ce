import {Card, Select, Stack, Text, TextArea, TextInput} from '@sanity/ui'
import {useId} from 'react'
import {useTranslation} from 'sanity'
import {Field, fieldAttributes} from '../../components/Field.tsx'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {paymentTermDays} from '../../domain/paymentTerms.ts'
import {BillPayments} from './BillPayments.tsx'
import type {BillPaymentsProps} from './BillPayments.tsx'
import {BillTotals} from './BillTotals.tsx'
import {isServiceType, SERVICE_TYPES} from './choices.ts'
import {LastIssued} from './LastIssued.tsx'
import type {Till} from './useBillForm.ts'
import {useShopSnapshot} from '../../realtime/index.ts'

/** Discount, payment, totals; behind a fold what most bills do not need. */
export function BillSidebar({bill, onRemoved}: BillPaymentsProps) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {form, dispatch, read, attempted} = bill
  const discountId = useId()
  const discount = read.errors.discount
  const shown = discount !== undefined && (attempted || form.discount !== '')
  const error = shown ? t(discount.key, discount.values) : undefined
  return (
    <Stack gap={4}>
      <Card border padding={3} radius={3} tone="transparent">
        <BillTotals bill={bill} />
      </Card>
      <BillPayments bill={bill} onRemoved={onRemoved} />
      <Field error={error} id={discountId} label={t('bill-form.bill-discount')}>
        <TextInput
          {...fieldAttributes(discountId, error)}
          fontSize={1}
          inputMode="decimal"
          onChange={(event) =>
            dispatch({type: 'edit', change: {discount: event.currentTarget.value}})
          }
          padding={2}
          placeholder={t('bill-form.discount-hint')}
          value={form.discount}
        />
      </Field>
      <More bill={bill} />
      <LastIssued />
    </Stack>
  )
}

function More({bill}: {bill: Till}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const {form, dispatch, read} = bill
  const days = useShopSnapshot(({settings, users}) =>
    paymentTermDays(users.get(form.customer ?? ''), settings),
  )
  const ids = {due: useId(), kind: useId(), notes: useId()}
  const dueError = read.errors.dueDate && t(read.errors.dueDate.key)
  return (
    <details>
      <summary style={{cursor: 'pointer'}}>
        <Text as="span" muted size={1} style={{display: 'inline-block', verticalAlign: 'middle'}}>
          {t('bill-form.more')}
        </Text>
      </summary>
      <Stack gap={4} paddingTop={3}>
        <Field
          error={dueError}
          hint={t('bill-form.due-hint', {count: days})}
          id={ids.due}
          label={t('bill-form.due-date')}
        >
          <TextInput
            {...fieldAttributes(ids.due, dueError)}
            fontSize={1}
            onChange={(event) =>
              dispatch({type: 'edit', change: {dueDate: event.currentTarget.value}})
            }
            padding={2}
            type="date"
            value={form.dueDate}
          />
        </Field>
        <Field id={ids.kind} label={t('bill-form.service-type')}>
          <Select
            fontSize={1}
            id={ids.kind}
            onChange={({currentTarget: {value}}) => {
              if (isServiceType(value)) dispatch({type: 'edit', change: {serviceType: value}})
            }}
            padding={2}
            value={form.serviceType}
          >
            {SERVICE_TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`bill-form.service.${type}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={ids.notes} label={t('bill-form.notes')}>
          <TextArea
            fontSize={1}
            id={ids.notes}
            onChange={(event) =>
              dispatch({type: 'edit', change: {notes: event.currentTarget.value}})
            }
            padding={2}
            rows={2}
            value={form.notes}
          />
        </Field>
      </Stack>
    </details>
  )
}
