import type {SanityClient} from '@sanity/client'
import type {Product, User} from '../../plugin/domain/documents.ts'
import type {ShopOperations} from '../../plugin/operations/commands.ts'
import {createShopOperations} from '../../plugin/operations/createShopOperations.ts'
import {storeFirstSettings} from '../../studio/demo/settings.ts'

export const SHOP_OPTIONS = {
  name: 'Corner Electric',
  currency: 'INR',
  timeZone: 'Asia/Kolkata',
  tax: {defaultRate: 1800, included: false},
} as const

export interface SmallShop {
  operations: ShopOperations
  bulb: Product
  wire: Product
  visit: Product
  customer: User
}

/** Three products and a customer: 10 bulbs (low at 5), 25.00 m of wire, a visit without stock. */
export async function fillSmallShop(client: SanityClient): Promise<SmallShop> {
  await storeFirstSettings(client, SHOP_OPTIONS)
  const operations = createShopOperations({
    client,
    actor: {id: 'other-till', name: 'Other till'},
    options: SHOP_OPTIONS,
  })
  const brand = await operations.brands.create({name: 'Halden', isActive: true})
  const bulb = await operations.products.create({
    name: 'LED bulb 9 W',
    sku: 'BULB-9',
    barcode: '8901234567894',
    price: 12_000,
    brand: {_type: 'reference', _ref: brand._id},
    reorderLevel: 5,
  })
  const wire = await operations.products.create({
    name: 'House wire 1.5 mm',
    sku: 'WIRE-15',
    price: 3_250,
    unit: {name: 'm', decimals: 2},
  })
  const visit = await operations.products.create({
    name: 'Home visit',
    sku: 'VISIT',
    price: 25_000,
    unit: {name: 'visit', decimals: 0},
    trackStock: false,
  })
  const customer = await operations.users.create({
    name: 'Meera Nair',
    role: 'customer',
    phone: '+91 98765 00000',
  })
  await operations.stock.open({
    key: 'opening',
    lines: [
      {product: bulb._id, quantity: 10, unitCost: 8_000},
      {product: wire._id, quantity: 2_500, unitCost: 2_000},
    ],
  })
  return {operations, bulb, wire, visit, customer}
}
