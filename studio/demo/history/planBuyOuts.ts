import type {CatalogueProduct} from '../catalogue/buildCatalogue.ts'
import {isFirm} from '../people.ts'
import {createChance} from '../random.ts'
import type {DemoDay} from './clock.ts'
import {toBillCommand} from './planBill.ts'
import type {Planning} from './planHistory.ts'
import type {Step} from './steps.ts'

/** From this day on the chosen products are neither ordered nor sold but by the buy-out. */
export const RUN_DOWN_FROM = -14
const SOLD_OUT = 4
const LOW = 9

interface BuyOut {
  /** The day of the purchase. */
  offset: number
  plan(day: DemoDay, planning: Planning): Step[]
}

/** Thirteen products that a firm buys up in the last two weeks: four to the last piece, nine down to low stock. */
export function planBuyOuts(products: readonly CatalogueProduct[]): {
  buyOuts: BuyOut[]
  runDown: ReadonlySet<string>
} {
  const chance = createChance('buy-outs')
  const counted = products.filter(({document}) => document.trackStock)
  const chosen = new Map<string, CatalogueProduct>()
  while (chosen.size < SOLD_OUT + LOW) {
    const product = counted[chance.between(0, counted.length - 1)]
    if (product !== undefined) chosen.set(product.document._id, product)
  }
  const buyOuts = [...chosen.values()].map((product, index) =>
    createBuyOut(product, index, index < SOLD_OUT),
  )
  return {buyOuts, runDown: new Set(chosen.keys())}
}

function createBuyOut(product: CatalogueProduct, index: number, all: boolean): BuyOut {
  return {
    offset: RUN_DOWN_FROM + 1 + index,
    plan(day, {shelf, customers, chance, promised}) {
      const left = all ? 0 : Math.max(1, Math.floor((product.document.reorderLevel ?? 1) / 2))
      const quantity = shelf.onHand(product) - left
      if (quantity <= 0) return []
      shelf.move(product, -quantity)
      const at = day.at(0.999)
      const firms = customers.filter(isFirm)
      const {command, promised: later} = toBillCommand(chance, {
        key: `demo:bill:${day.offset}:contract`,
        day,
        at,
        customer: firms[index % firms.length],
        lines: [{product, quantity}],
        serviceType: 'installation',
      })
      promised.push(...later)
      return [{at, kind: 'bill', command}]
    },
  }
}
