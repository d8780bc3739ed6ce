import type {IdentifiedSanityDocumentStub, SanityClient} from '@sanity/client'
import type {Draft, Product, User} from '../../../plugin/domain/documents.ts'
import type {ShopOptions} from '../../../plugin/domain/options.ts'
import {PIECES} from '../../../plugin/domain/quantity.ts'
import {
  REPLAY_TIME_ZONE,
  type ReplayCustomer,
  type ReplayPlan,
  type ReplayProduct,
} from './planReplay.ts'

/** Pounds, London, no tax. */
export const RETAIL_OPTIONS: ShopOptions = {
  name: 'Online Retail',
  currency: 'GBP',
  timeZone: REPLAY_TIME_ZONE,
  tax: {defaultRate: 0, included: false, rounding: 'line'},
}

const DOCUMENTS_A_TRANSACTION = 500

/** Products and customers in bulk; those that are there already stay as they are. */
export async function storeCatalogue(client: SanityClient, plan: ReplayPlan): Promise<void> {
  const documents: IdentifiedSanityDocumentStub[] = [
    ...plan.products.map(toProduct),
    ...plan.customers.map(toCustomer),
  ].map((document) => ({...document}))
  for (let from = 0; from < documents.length; from += DOCUMENTS_A_TRANSACTION) {
    const part = documents.slice(from, from + DOCUMENTS_A_TRANSACTION)
    const transaction = part.reduce(
      (all, document) => all.createIfNotExists(document),
      client.transaction(),
    )
    await transaction.commit({tag: 'shop.replay-catalogue', visibility: 'async'})
  }
}

function toProduct({id, code, name, stocked, price}: ReplayProduct): Draft<Product> {
  return {
    _id: id,
    _type: 'product',
    name,
    sku: code,
    unit: {...PIECES},
    price,
    trackStock: stocked,
    isActive: true,
  }
}

function toCustomer({id, number}: ReplayCustomer): Draft<User> {
  return {_id: id, _type: 'user', name: `Customer ${number}`, role: 'customer', isActive: true}
}
