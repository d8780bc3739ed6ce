import {useMemo} from 'react'
import {formatMoney, formatQuantity} from 'sanity-plugin-shop/core'
import {useShopSettings} from 'sanity-plugin-shop/realtime'
import {useTexts} from './TextsContext.ts'

/** How the page writes money, quantities, days and times: those of the shop, unless they are of a headline. */
export function useFormat(of?: {currency: string; timeZone: string}) {
  const {locale} = useTexts()
  const settings = useShopSettings()
  const {currency, timeZone} = of ?? settings
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeZone: 'UTC'})
    const time = new Intl.DateTimeFormat(locale, {dateStyle: 'short', timeStyle: 'short', timeZone})
    return {
      money: (minor: number) => formatMoney(minor, currency, locale),
      quantity: (steps: number, unit: {name: string; decimals: number}) =>
        formatQuantity(steps, unit),
      day: (text: string) => day.format(Date.parse(text)),
      time: (text: string) => time.format(Date.parse(text)),
    }
  }, [locale, currency, timeZone])
}
