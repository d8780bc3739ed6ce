import type {SanityClient} from '@sanity/client'
import {createShopOperations} from '../../../plugin/operations/createShopOperations.ts'
import {randomInteger} from '../random.ts'
import {TILL_OPTIONS} from './sell.ts'
import type {Till} from './sell.ts'

/** A new shop with one hot product and a few others; their ids, the hot one first. */
export async function openShop(client: SanityClient, onHand: readonly number[]): Promise<string[]> {
  const operations = createShopOperations({
    client,
    actor: {id: 'owner', name: 'Owner'},
    options: TILL_OPTIONS,
  })
  const products: string[] = []
  for (const [index, quantity] of onHand.entries()) {
    const {_id} = await operations.products.create({
      name: `Fan ${index}`,
      sku: `FAN-${index}`,
      price: 150_00 + index,
    })
    products.push(_id)
    const lines = [{product: _id, quantity, unitCost: 100_00}]
    await operations.stock.open({key: `open ${index}`, lines})
  }
  return products
}

/** Tills that all sell the hot product, often with another, and receive it now and then. */
export function planTills(
  count: number,
  commands: number,
  [hot = '', ...others]: readonly string[],
  random: () => number,
): Till[] {
  return Array.from({length: count}, (_, till) => ({
    name: `Till ${till}`,
    commands: Array.from({length: commands}, (_command, number) => {
      const key = `till ${till} command ${number}`
      if (random() < 0.08) {
        return {
          key,
          kind: 'receipt',
          lines: [{product: hot, quantity: randomInteger(random, 1, 9)}],
        }
      }
      const other = others[randomInteger(random, 0, others.length * 2)]
      return {
        key,
        kind: 'sale',
        lines: [hot, ...(other === undefined ? [] : [other])].map((product) => ({
          product,
          quantity: randomInteger(random, 1, 4),
        })),
      }
    }),
  }))
}
