import type {CatalogueProduct} from '../catalogue/buildCatalogue.ts'
import type {DemoDay} from './clock.ts'
import type {Planning} from './planHistory.ts'
import type {Step} from './steps.ts'

const DAMAGE = [
  'Broken on the shelf',
  'Damaged in transport',
  'Water damage',
  'Wrong label, written off',
] as const

/** What keeps stock honest: now and then something breaks, once a month a few shelves are counted. */
export function planUpkeep(day: DemoDay, planning: Planning): Step[] {
  return [
    ...(day.offset % 4 === 0 ? planDamage(day, planning) : []),
    ...(day.offset % 30 === -10 ? planCounts(day, planning) : []),
    ...(day.offset === 0 ? planParked(day, planning) : []),
  ]
}

function planDamage(day: DemoDay, planning: Planning): Step[] {
  const product = anyCounted(planning, 2)
  if (product === undefined) return []
  planning.shelf.move(product, -1)
  const at = day.at(0.004)
  return [
    {
      at,
      kind: 'adjust',
      command: {
        key: `demo:damage:${day.offset}`,
        product: product.document._id,
        quantity: -1,
        kind: 'damage',
        reason: planning.chance.pick(DAMAGE),
        occurredAt: at,
      },
    },
  ]
}

function planCounts(day: DemoDay, planning: Planning): Step[] {
  const at = day.at(0.005)
  // a shelf that was just counted cannot be counted again at the same moment
  const counted = new Set<CatalogueProduct>()
  return Array.from({length: 5}, (_, index): Step[] => {
    const product = anyCounted(planning, 3, counted)
    if (product === undefined) return []
    counted.add(product)
    const missing = planning.chance.happens(0.4) ? 1 : 0
    planning.shelf.move(product, -missing)
    return [
      {
        at,
        kind: 'count',
        command: {
          key: `demo:count:${day.offset}:${index}`,
          product: product.document._id,
          counted: planning.shelf.onHand(product),
          countedAt: at,
        },
      },
    ]
  }).flat()
}

/** Two sales that wait at the counter today. */
function planParked(day: DemoDay, planning: Planning): Step[] {
  return ['Waiting for the electrician', 'Comes back with the old switch'].map((title, index) => {
    const product = anyCounted(planning, 3)
    return {
      at: day.at(0.006),
      kind: 'park',
      command: {
        key: `demo:park:${index}`,
        title,
        content: {
          lines: product === undefined ? [] : [{product: product.document._id, quantity: 1}],
        },
      },
    }
  })
}

/** A product counted in pieces with at least `least` on hand, that is not being run down. */
function anyCounted(
  {chance, shelf, products, runDown}: Planning,
  least: number,
  except: ReadonlySet<CatalogueProduct> = new Set(),
) {
  const choices = products.filter(
    (product) =>
      !except.has(product) &&
      product.document.trackStock &&
      product.document.unit.decimals === 0 &&
      !runDown.has(product.document._id) &&
      shelf.onHand(product) >= least,
  )
  return choices[chance.between(0, choices.length - 1)]
}
