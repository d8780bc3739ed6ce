import {addDays} from './calendar.ts'
import type {ShopSettings, User} from './documents.ts'

/** Days until a bill is due that does not say so itself: the customer's own terms, else the shop's. */
export function paymentTermDays(
  customer: Pick<User, 'paymentTermDays'> | undefined,
  settings: Pick<ShopSettings, 'paymentTermDays'>,
): number {
  return customer?.paymentTermDays ?? settings.paymentTermDays
}

/** Calendar day on which a bill of `day` is due by these terms. */
export function dueDayOf(
  day: string,
  customer: Pick<User, 'paymentTermDays'> | undefined,
  settings: Pick<ShopSettings, 'paymentTermDays'>,
): string {
  return addDays(day, paymentTermDays(customer, settings))
}
