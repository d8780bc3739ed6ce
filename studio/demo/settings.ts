import type {SanityClient} from '@sanity/client'
import type {Draft, ShopSettings} from '../../plugin/domain/documents.ts'
import {SETTINGS_ID} from '../../plugin/domain/ids.ts'
import {resolveOptions, type ShopOptions} from '../../plugin/domain/options.ts'
import {DEMO_TIME_ZONE} from './history/clock.ts'
import {CASH_ROUNDING} from './history/planBill.ts'

/** The demo shop: rupees, GST 18 % inside the prices, whole rupees at the till. */
export const DEMO_OPTIONS: ShopOptions = {
  name: 'Suvarna Electricals and Repairs',
  currency: 'INR',
  timeZone: DEMO_TIME_ZONE,
  tax: {defaultRate: 1800, included: true, rounding: 'line'},
  stockPolicy: 'deny',
  cashRounding: CASH_ROUNDING,
  paymentTermDays: 0,
  papers: {
    address: '14 Temple Street\nMysuru 570001',
    taxId: '29ABCDE1234F1Z5',
    phone: '+91 821 000 0000',
    footer: 'Goods are taken back within 7 days with this receipt. Thank you.',
    upiId: 'suvarna@example',
  },
}

/** Writes the first settings of a shop; what is already stored stays. */
export async function storeFirstSettings(
  client: SanityClient,
  options: ShopOptions,
): Promise<void> {
  const settings: Draft<ShopSettings> = {
    _id: SETTINGS_ID,
    _type: 'shopSettings',
    ...resolveOptions(options),
  }
  await client.createIfNotExists(settings, {tag: 'shop.first-settings'})
}
