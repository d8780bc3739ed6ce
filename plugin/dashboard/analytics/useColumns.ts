import {useMemo} from 'react'
import {useTranslation} from 'sanity'
import {useShopFormat} from '../../actions/shared/useShop.ts'
import type {Unit} from '../../domain/documents.ts'
import {currencyExponent, toDecimalText} from '../../domain/money.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'
import {useShopSettings} from '../../realtime/index.ts'
import type {FigureColumn} from './FigurePanel.tsx'

/** Columns of Analytics; each title is the text `analytics.column.<name>`. */
export interface Columns {
  text: <R>(name: string, value: (row: R) => string) => FigureColumn<R>
  /** Calendar days, read as such, `YYYY-MM-DD` in the file. */
  day: <R>(name: string, value: (row: R) => string) => FigureColumn<R>
  /** Minor units. */
  money: <R>(name: string, value: (row: R) => number) => FigureColumn<R>
  count: <R>(name: string, value: (row: R) => number | undefined) => FigureColumn<R>
  /** Basis points; a percentage in the file. */
  rate: <R>(name: string, value: (row: R) => number | undefined) => FigureColumn<R>
  /** Smallest steps. */
  quantity: <R>(name: string, value: (row: R) => number, unit: (row: R) => Unit) => FigureColumn<R>
}

export function useColumns(): Columns {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const format = useShopFormat()
  const {currency} = useShopSettings()
  return useMemo((): Columns => {
    const title = (name: string) => ({name, title: t(`analytics.column.${name}`)})
    const numeric = (name: string) => ({...title(name), numeric: true})
    const digits = currencyExponent(currency)
    return {
      text: (name, value) => ({...title(name), value, render: value}),
      day: (name, value) => ({...title(name), value, render: (row) => format.day(value(row))}),
      money: (name, value) => ({
        ...numeric(name),
        value: (row) => toDecimalText(value(row), digits),
        render: (row) => format.money(value(row)),
      }),
      count: (name, value) => ({
        ...numeric(name),
        value,
        render: (row) => orDash(value(row), format.number),
      }),
      rate: (name, value) => ({
        ...numeric(name),
        value: (row) => {
          const rate = value(row)
          return rate === undefined ? undefined : toDecimalText(rate, 2)
        },
        render: (row) => orDash(value(row), format.percent),
      }),
      quantity: (name, value, unit) => ({
        ...numeric(name),
        value: (row) => toDecimalText(value(row), unit(row).decimals),
        render: (row) => format.quantity(value(row), unit(row)),
      }),
    }
  }, [t, format, currency])
}

function orDash(value: number | undefined, toText: (value: number) => string): string {
  return value === undefined ? '–' : toText(value)
}
