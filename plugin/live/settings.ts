import {isTimeZone} from '../domain/calendar.ts'
import type {ShopSettings} from '../domain/documents.ts'
import {resolveOptions, valuesOfSettings} from '../domain/options.ts'
import type {ShopOptions, ShopSettingsValues} from '../domain/options.ts'

/** What is stored wins; without a stored document the options count. */
export function settingsOf(
  options: ShopOptions,
  stored: ShopSettings | undefined,
): ShopSettingsValues {
  if (stored === undefined) return resolveOptions(options)
  const values = valuesOfSettings(stored)
  if (isTimeZone(values.timeZone)) return values
  return {...values, timeZone: resolveOptions(options).timeZone}
}

/** What the options contradict, in words. */
export function noticesOf(options: ShopOptions, stored: ShopSettings | undefined): string[] {
  if (stored === undefined) return []
  const notices: string[] = []
  const compare = (label: string, option: string | undefined, value: string) => {
    if (option === undefined || option === value) return
    notices.push(
      `The plugin's options say ${label} ${option}, the shop's stored settings say ${value}. ` +
        `The stored ${label} counts; change the option to ${value}.`,
    )
  }
  compare('currency', options.currency, stored.currency)
  compare('time zone', options.timeZone, stored.timeZone)
  if (!isTimeZone(stored.timeZone)) {
    notices.push(
      `The stored time zone ${stored.timeZone.slice(0, 60)} does not exist. ` +
        'Until it is corrected in the shop settings, days follow the plugin options.',
    )
  }
  return notices
}
