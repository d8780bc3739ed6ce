import {buildCatalogue, type Catalogue, type CatalogueProduct} from '../catalogue/buildCatalogue.ts'
import {buildCustomers, isFirm, type Customer} from '../people.ts'
import {createChance, type Chance} from '../random.ts'
import {buildDemoDays, type DemoDay} from './clock.ts'
import {planCredit, type SoldBill} from './planCredit.ts'
import {pickLines, toBillCommand, type BillDraftPlan} from './planBill.ts'
import {planPayments, type PromisedPayment} from './planPayments.ts'
import {planBuyOuts, RUN_DOWN_FROM} from './planBuyOuts.ts'
import {createShelf, type Shelf} from './shelf.ts'
import {openShop, restock} from './planSupply.ts'
import type {Step} from './steps.ts'
import {planUpkeep} from './planUpkeep.ts'

export interface History {
  catalogue: Catalogue
  customers: Customer[]
  steps: Step[]
}

/** What one day's planning reads and moves. */
export interface Planning {
  chance: Chance
  shelf: Shelf
  products: readonly CatalogueProduct[]
  customers: readonly Customer[]
  /** Products that are let run down: sold to the last or nearly so, and not ordered again. */
  runDown: ReadonlySet<string>
  /** Sold on account: grows with every bill. */
  promised: PromisedPayment[]
}

/** Ninety days up to `now`, the same for the same `now`: nothing is asked of the lake. */
export function planHistory(now: Date): History {
  const catalogue = buildCatalogue()
  const customers = buildCustomers()
  const days = buildDemoDays(now)
  const shelf = createShelf()
  const {buyOuts, runDown} = planBuyOuts(catalogue.products)
  const base = {shelf, products: catalogue.products, customers, runDown, promised: []}
  const steps: Step[] = openShop(days[0], {...base, chance: createChance('opening')})
  const recent: SoldBill[] = []
  for (const day of days) {
    const planning = {...base, chance: createChance(`day ${day.offset}`)}
    const today = [
      ...restock(day, planning),
      ...planUpkeep(day, planning),
      ...planPayments(day, planning.promised),
      ...planCredit(day, planning, recent),
      ...planBills(day, planning, recent),
      ...buyOuts.filter(({offset}) => offset === day.offset).map((buy) => buy.plan(day, planning)),
    ]
    steps.push(...today.flat())
  }
  return {catalogue, customers, steps}
}

/** Eight to fifteen bills a day, fewer on Sundays, in order of time. */
function planBills(day: DemoDay, planning: Planning, recent: SoldBill[]): Step[] {
  const {chance} = planning
  const sunday = new Date(`${day.day}T00:00:00Z`).getUTCDay() === 0
  const usual = sunday ? chance.between(4, 8) : chance.between(8, 15)
  const count = Math.max(3, Math.round(usual * Math.min(1, day.share)))
  return Array.from({length: count}, (_, index) => {
    const plan = planOneBill(day, index, count, planning)
    const {command, promised} = toBillCommand(chance, plan)
    planning.promised.push(...promised)
    recent.push({plan, command})
    return {at: plan.at, kind: 'bill', command}
  })
}

function planOneBill(
  day: DemoDay,
  index: number,
  count: number,
  planning: Planning,
): BillDraftPlan {
  const {chance, shelf, customers} = planning
  const customer = chooseCustomer(chance, customers)
  const large = customer !== undefined && isFirm(customer)
  const lines = pickLines(
    chance,
    shelf,
    () => chooseProduct(planning, day),
    large ? chance.between(4, 9) : chance.between(1, 4),
  )
  const service = lines.some(({product}) => !product.document.trackStock)
  const visit = (service && chance.happens(0.5)) || lines.length === 0
  return {
    key: `demo:bill:${day.offset}:${index}`,
    day,
    at: day.at((index + 0.15 + chance.next() * 0.7) / count),
    ...(customer === undefined ? {} : {customer}),
    lines,
    ...(visit ? {free: {name: 'Visit fee', quantity: 1, unitPrice: 15_000}} : {}),
    ...(service ? {serviceType: chance.pick(['repair', 'installation', 'maintenance'])} : {}),
    ...(chance.happens(large ? 0.3 : 0.04) ? {discountRate: large ? 500 : 200} : {}),
  }
}

/** Six in ten are walk-ins; firms come more often than their number says. The last customer is inactive. */
function chooseCustomer(chance: Chance, customers: readonly Customer[]): Customer | undefined {
  if (chance.happens(0.6)) return undefined
  const firms = customers.filter(isFirm)
  const active = customers.filter(({isActive}) => isActive)
  const from = chance.happens(0.3) ? firms : active
  return from[chance.between(0, from.length - 1)]
}

function chooseProduct({chance, products, runDown}: Planning, day: DemoDay): CatalogueProduct {
  const choices = products.filter(
    ({document}) => day.offset < RUN_DOWN_FROM || !runDown.has(document._id),
  )
  const [first, ...rest] = choices.map((product): [CatalogueProduct, number] => [
    product,
    product.weight,
  ])
  if (first === undefined) throw new Error('The demo catalogue is empty.')
  return chance.weighted([first, ...rest])
}
