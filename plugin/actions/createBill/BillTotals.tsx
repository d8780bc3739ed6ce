import {Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopFormat} from '../shared/useShop.ts'
import type {Till} from './useBillForm.ts'

/** What the bill comes to, while it is typed. */
export function BillTotals({bill}: {bill: Till}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {totals, payments} = bill.read
  const toCredit = bill.form.overpayment === 'credit' && bill.form.customer !== undefined
  return (
    <Stack aria-live="polite" gap={3}>
      <Sum label={t('bill-form.gross')} value={format.money(totals.gross)} />
      {totals.discount !== 0 && (
        <Sum label={t('bill-form.total-discount')} value={format.money(-totals.discount)} />
      )}
      {totals.tax !== 0 && (
        <Sum
          label={totals.taxIncluded ? t('bill-form.tax-included') : t('bill-form.tax')}
          value={format.money(totals.tax)}
        />
      )}
      {totals.rounding !== 0 && (
        <Sum label={t('bill-form.rounding')} value={format.money(totals.rounding)} />
      )}
      <Sum
        label={t('bill-form.total')}
        strong
        testId="shop-bill-total"
        value={format.money(totals.total)}
      />
      <Sum label={t('bill-form.paid')} value={format.money(payments.paid)} />
      {payments.change > 0 && (
        <Sum
          label={t(toCredit ? 'bill-form.to-credit' : 'bill-form.change')}
          strong
          testId="shop-bill-change"
          value={format.money(payments.change)}
        />
      )}
      {payments.open > 0 && (
        <Sum
          label={t('bill-form.open')}
          strong
          testId="shop-bill-open"
          value={format.money(payments.open)}
        />
      )}
    </Stack>
  )
}

function Sum(props: {label: string; value: string; strong?: boolean; testId?: string}) {
  const size = props.strong === true ? 2 : 1
  const weight = props.strong === true ? 'semibold' : 'regular'
  return (
    <Flex align="baseline" gap={3} justify="space-between">
      <Text muted={props.strong !== true} size={1} weight={weight}>
        {props.label}
      </Text>
      <Text
        align="right"
        data-testid={props.testId}
        size={size}
        style={{fontVariantNumeric: 'tabular-nums'}}
        weight={weight}
      >
        {props.value}
      </Text>
    </Flex>
  )
}
