import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {useShopFormat} from '../../../actions/shared/useShop.ts'
import {ShareBars} from '../../../components/ShareBars.tsx'
import type {BuyingCustomer, SalesCount} from '../../../domain/analytics/soldProducts.ts'
import {multiplyDivide} from '../../../domain/money.ts'
import {SHOP_NAMESPACE} from '../../../i18n/index.ts'
import {useShopSnapshot} from '../../../realtime/index.ts'
import {FigurePanel} from '../FigurePanel.tsx'
import {useColumns} from '../useColumns.ts'

const SHOWN = 12

/** Customers by what they bought less what they brought back. */
export function BestCustomersPanel({count}: {count: SalesCount}) {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const whole = count.sales - count.credits
  const rows = useMemo(
    () => [...count.customers.values()].toSorted(byTotal).filter(({total}) => total !== 0),
    [count],
  )
  const columns = useCustomerColumns(whole)
  const nameOf = useCustomerName()
  const most = Math.max(1, rows[0]?.total ?? 0)
  return (
    <FigurePanel
      chart={
        <ShareBars
          bars={rows.slice(0, SHOWN).map((row) => ({
            key: row.customer,
            name: nameOf(row),
            amount: format.money(row.total),
            length: row.total / most,
            note: t('analytics.customers.bills', {count: row.bills}),
          }))}
          label={t('analytics.customers')}
        />
      }
      columns={columns}
      emptyHint={t('analytics.customers.none-hint')}
      emptyTitle={t('analytics.customers.none')}
      fileName="best-customers"
      keyOf={({customer}) => customer}
      note={t('analytics.customers.note', {
        share: format.percent(namedShare(rows, whole)),
      })}
      rows={rows}
      title={t('analytics.customers')}
    />
  )
}

function byTotal(a: BuyingCustomer, b: BuyingCustomer): number {
  return b.total - a.total || (a.customer < b.customer ? -1 : 1)
}

/** Basis points of the sales that went to customers with a name. */
function namedShare(rows: readonly BuyingCustomer[], whole: number): number {
  const named = rows.reduce((sum, {total}) => sum + total, 0)
  return whole > 0 ? multiplyDivide(named, 10_000, whole) : 0
}

/** As the customer is called now; as the bill says when the customer is gone. */
function useCustomerName(): (row: BuyingCustomer) => string {
  const users = useShopSnapshot((snapshot) => snapshot.users)
  return ({customer, name}) => users.get(customer)?.name ?? name
}

function useCustomerColumns(whole: number) {
  const columns = useColumns()
  const nameOf = useCustomerName()
  return [
    {
      ...columns.text<BuyingCustomer>('customer', nameOf),
      render: (row: BuyingCustomer) => (
        <IntentLink intent="edit" params={{id: row.customer, type: 'user'}}>
          {nameOf(row)}
        </IntentLink>
      ),
    },
    columns.count<BuyingCustomer>('bills', ({bills}) => bills),
    columns.money<BuyingCustomer>('amount', ({total}) => total),
    columns.rate<BuyingCustomer>('share', ({total}) =>
      whole > 0 ? multiplyDivide(total, 10_000, whole) : undefined,
    ),
  ]
}
