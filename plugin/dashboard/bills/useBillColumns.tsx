import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import {isDay} from '../../domain/calendar.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import type {Column} from '../table/columns.ts'
import type {BillTableRow} from './billRows.ts'

type MoneyColumn = 'total' | 'paid' | 'balance'

/** `day`: the day of the figures; times on it stand without their day. */
export function useBillColumns(day: string): readonly Column<BillTableRow>[] {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  return useMemo(() => {
    const money = (name: MoneyColumn, value: (row: BillTableRow) => number) => ({
      name,
      title: t(`bills.column.${name}`),
      numeric: true,
      value,
      render: (row: BillTableRow) => format.money(value(row)),
    })
    return [
      {
        name: 'customer',
        title: t('bills.column.customer'),
        value: ({customerName}) => customerName ?? t('bill.walk-in'),
      },
      {name: 'number', title: t('bills.column.number'), value: ({number}) => number},
      {
        name: 'time',
        title: t('bills.column.time'),
        value: ({at}) => at,
        render: ({at}) => (isDay(at) ? format.day(at) : format.time(at, day)),
      },
      {
        name: 'items',
        title: t('bills.column.items'),
        numeric: true,
        value: ({bill}) => bill?.lines.length ?? 0,
        render: ({bill}) => bill?.lines.length ?? '–',
      },
      money('total', ({total}) => total),
      money('paid', ({balance}) => balance?.paid ?? 0),
      money('balance', ({balance}) => balance?.balance ?? 0),
      {
        name: 'due',
        title: t('bills.column.due'),
        value: ({dueDate}) => dueDate,
        render: ({dueDate}) => format.day(dueDate),
      },
    ]
  }, [t, format, day])
}
