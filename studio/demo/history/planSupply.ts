import type {CatalogueProduct} from '../catalogue/buildCatalogue.ts'
import type {DemoDay} from './clock.ts'
import type {Planning} from './planHistory.ts'
import {RUN_DOWN_FROM} from './planBuyOuts.ts'
import type {Step} from './steps.ts'

const LINES_A_COMMAND = 50

/** Opening stock of every counted product, before the first sale. */
export function openShop(first: DemoDay | undefined, {shelf, products}: Planning): Step[] {
  if (first === undefined) return []
  const counted = products.filter(({document}) => document.trackStock)
  const lines = counted.map((product) => {
    const quantity = (product.document.reorderLevel ?? 1) * 4
    shelf.move(product, quantity)
    return {product: product.document._id, quantity, unitCost: product.cost}
  })
  return chunk(lines, LINES_A_COMMAND).map((part, index) => {
    const at = first.at(-0.02)
    return {at, kind: 'open', command: {key: `demo:open:${index}`, lines: part, occurredAt: at}}
  })
}

/** Twice a week what has fallen to its reorder level comes in; prices of suppliers drift by a few percent. */
export function restock(day: DemoDay, {chance, shelf, products, runDown}: Planning): Step[] {
  if (day.offset % 3 !== 0) return []
  const ordered = (product: CatalogueProduct) =>
    !(day.offset >= RUN_DOWN_FROM && runDown.has(product.document._id))
  const low = products.filter(
    (product) =>
      product.document.trackStock &&
      ordered(product) &&
      shelf.onHand(product) <= (product.document.reorderLevel ?? 0) * 1.5,
  )
  const lines = low.map((product) => {
    const quantity = product.document.reorderQuantity ?? 1
    shelf.move(product, quantity)
    const unitCost = Math.round(product.cost * (0.97 + chance.next() * 0.08))
    return {product: product.document._id, quantity, unitCost}
  })
  const at = day.at(0)
  return chunk(lines, LINES_A_COMMAND).map((part, index) => ({
    at,
    kind: 'receive',
    command: {
      key: `demo:receive:${day.offset}:${index}`,
      lines: part,
      reference: `Supplier invoice ${1000 + day.offset}-${index + 1}`,
      occurredAt: at,
    },
  }))
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
