import {useMemo} from 'react'
import {formatMoney, formatQuantity} from 'sanity-plugin-shop/core'
import {useShopSettings} from 'sanity-plugin-shop/realtime'
import {useTexts} from './TextsContext.ts'

/** How the page writes money, quantities and days. */
export function useFormat() {
  const {locale} = useTexts()
  const {currency} = useShopSettings()
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeZone: 'UTC'})
    return {
      money: (minor: number) => formatMoney(minor, currency, locale),
      quantity: (steps: number, unit: {name: string; decimals: number}) =>
        formatQuantity(steps, unit),
      day: (text: string) => day.format(Date.parse(text)),
    }
  }, [locale, currency])
}
