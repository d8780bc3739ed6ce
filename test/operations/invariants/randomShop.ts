import type {Bill, BillBalance, Product, User} from '../../../plugin/domain/documents.ts'
import {ShopError} from '../../../plugin/domain/errors.ts'
import type {
  CreateBillCommand,
  Discount,
  PaymentInput,
  ShopOperations,
} from '../../../plugin/operations/commands.ts'
import {randomInteger} from '../random.ts'
import type {TestShop} from '../shopRig.ts'

const DAY = 86_400_000

/** Who and what a random history is about. */
export interface World {
  operations: ShopOperations
  random: () => number
  products: readonly Product[]
  customers: readonly User[]
  bills: Bill[]
  parked: string[]
  balanceOf(bill: Bill): Promise<BillBalance | undefined>
}

/** Goods by the piece, by the metre and by the gram, one that may go below zero, and a service; two customers. */
export async function settleWorld(shop: TestShop, random: () => number): Promise<World> {
  const {operations} = shop
  const unit = (name: string, decimals: 0 | 2 | 3) => ({unit: {name, decimals}})
  const stocked = [
    await shop.stocked(40, {taxRate: 1200}),
    await shop.stocked(25_00, {...unit('m', 2), taxRate: 500, price: 33_33}),
    await shop.stocked(9_000, {...unit('kg', 3), stockPolicy: 'allow'}),
  ]
  const service = await shop.product({trackStock: false, price: 499_99})
  return {
    operations,
    random,
    products: [...stocked, service],
    customers: [
      await operations.users.create({name: 'Ravi', creditLimit: 500_00}),
      await operations.users.create({name: 'Meera', paymentTermDays: 30}),
    ],
    bills: [],
    parked: [],
    balanceOf: ({_id}) =>
      shop.client.getDocument<BillBalance>(`billBalance.${_id.slice('bill.'.length)}`),
  }
}

/** One operation of any kind; says which and what came of it. What the shop refuses is part of the history. */
export function act(world: World, key: string): Promise<string> {
  const [name, attempt] = choose(world)
  return tell(name, attempt, world, key)
}

/** A sale of more than there is: every history has one that is refused, whatever chance brings. */
export function sellTooMuch(world: World, key: string): Promise<string> {
  const [product] = world.products
  const lines = [{product: product?._id ?? '', quantity: 1_000_000}]
  return tell('bill', () => world.operations.bills.create({key, lines}), world, key)
}

async function tell(name: string, attempt: Attempt, world: World, key: string): Promise<string> {
  try {
    await attempt(world, key)
    return `${key} ${name}: done`
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return `${key} ${name}: ${error.code}`
  }
}

type Attempt = (world: World, key: string) => Promise<unknown>

const ACTS: readonly (readonly [string, number, Attempt])[] = [
  ['bill', 6, sell],
  ['payment', 3, pay],
  ['refund', 1, refund],
  ['credit', 3, credit],
  ['return', 1, takeBack],
  ['void', 1, cancel],
  ['park', 1, park],
  ['deposit', 1, deposit],
  ['withdraw', 1, withdraw],
  ['receive', 2, receive],
  ['supplier return', 1, sendBack],
  ['adjust', 2, adjust],
  ['count', 2, count],
]

function choose({random}: World): readonly [string, Attempt] {
  let left = random() * ACTS.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight, attempt] of ACTS) {
    left -= weight
    if (left < 0) return [name, attempt]
  }
  return ['bill', sell]
}

async function sell(world: World, key: string): Promise<void> {
  const {random} = world
  const draft = random() < 0.3 ? world.parked.pop() : undefined
  const content: Omit<CreateBillCommand, 'key'> = {
    ...buyer(world),
    lines: lines(world),
    ...maybe(random, 0.4, () => ({discount: discountOf(random, 30_00)})),
    ...maybe(random, 0.5, () => ({payments: payments(world)})),
    overpayment: pick(random, ['refuse', 'change', 'credit'] as const),
    ...maybe(random, 0.3, () => ({occurredAt: before(random)})),
    ...(draft === undefined ? {} : {draft}),
  }
  world.bills.push((await world.operations.bills.create({key, ...content})).bill)
}

function lines({random, products}: World): CreateBillCommand['lines'] {
  return Array.from({length: randomInteger(random, 1, 4)}, () => {
    const discount = maybe(random, 0.3, () => ({discount: discountOf(random, 10_00)}))
    if (random() < 0.2) {
      return {name: 'Labour', quantity: randomInteger(random, 1, 3), unitPrice: 333_33, ...discount}
    }
    const product = pick(random, products)
    const quantity = some(random, product, 5)
    const price = maybe(random, 0.3, () => ({unitPrice: randomInteger(random, 0, 400_00)}))
    return {product: product._id, quantity, ...price, ...discount}
  })
}

const payments = ({random}: World): PaymentInput[] =>
  Array.from({length: randomInteger(random, 1, 2)}, () => ({
    method: pick(random, ['cash', 'card', 'upi', 'customerCredit'] as const),
    amount: randomInteger(random, 1, 600_00),
  }))

async function park(world: World, key: string): Promise<void> {
  const content = {...buyer(world), lines: lines(world)}
  world.parked.push((await world.operations.bills.park({key, content})).draft._id)
}

async function pay(world: World, key: string): Promise<void> {
  const {random} = world
  const bill = someBill(world)
  await world.operations.bills.recordPayment({
    key,
    bill: bill._id,
    amount: randomInteger(random, 1, bill.totals.total + 10_00),
    method: pick(random, ['cash', 'bankTransfer', 'customerCredit'] as const),
    overpayment: pick(random, ['refuse', 'change', 'credit'] as const),
  })
}

async function refund(world: World, key: string): Promise<void> {
  const {random} = world
  const bill = someBill(world)
  const paid = (await world.balanceOf(bill))?.paid ?? 0
  const method = pick(random, ['cash', 'customerCredit'] as const)
  const amount = randomInteger(random, 1, paid + 1)
  await world.operations.bills.refund({key, bill: bill._id, amount, method})
}

async function credit(world: World, key: string): Promise<void> {
  const {random} = world
  const bill = someBill(world)
  const done = (await world.balanceOf(bill))?.creditedLines ?? []
  const credited = bill.lines.flatMap((line) => {
    const left = line.quantity - (done.find(({_key}) => _key === line._key)?.quantity ?? 0)
    if (left === 0 || random() < 0.3) return []
    const quantity = random() < 0.5 ? left : randomInteger(random, 1, left)
    return [{line: line._key, quantity, restock: random() < 0.6}]
  })
  await world.operations.bills.credit({
    key,
    bill: bill._id,
    reason: 'does not fit',
    lines: credited,
    ...maybe(random, 0.3, () => ({
      refund: {method: 'cash' as const, amount: randomInteger(random, 1, 100_00)},
    })),
  })
}

async function takeBack(world: World, key: string): Promise<void> {
  const {random} = world
  const product = pick(random, world.products)
  const unitPrice = randomInteger(random, 0, 200_00)
  const line = {product: product._id, quantity: some(random, product, 2), unitPrice}
  const reason = 'no receipt'
  const returned = [{...line, restock: random() < 0.7}]
  await world.operations.bills.credit({key, ...buyer(world), reason, lines: returned})
}

async function cancel(world: World, key: string): Promise<void> {
  await world.operations.bills.void({key, bill: someBill(world)._id, reason: 'wrong customer'})
}

async function deposit({operations, random, customers}: World, key: string): Promise<void> {
  const amount = randomInteger(random, 1, 300_00)
  await operations.bills.deposit({
    key,
    customer: pick(random, customers)._id,
    amount,
    method: 'upi',
  })
}

async function withdraw({operations, random, customers}: World, key: string): Promise<void> {
  const amount = randomInteger(random, 1, 100_00)
  const customer = pick(random, customers)._id
  await operations.bills.withdraw({key, customer, amount, method: 'cash'})
}

async function receive({operations, random, products}: World, key: string): Promise<void> {
  const line = () => {
    const product = pick(random, products.slice(0, 3))
    const cost = maybe(random, 0.8, () => ({unitCost: randomInteger(random, 1, 200_00)}))
    return {product: product._id, quantity: some(random, product, 8), ...cost}
  }
  await operations.stock.receive({key, lines: [line(), line()], reference: 'GRN'})
}

async function sendBack({operations, random, products}: World, key: string): Promise<void> {
  const product = pick(random, products.slice(0, 3))
  const line = {product: product._id, quantity: some(random, product, 4)}
  await operations.stock.returnToSupplier({key, lines: [line]})
}

async function adjust({operations, random, products}: World, key: string): Promise<void> {
  const product = pick(random, products.slice(0, 3))
  const kind = pick(random, ['adjustment', 'damage'] as const)
  const quantity = some(random, product, 3) * (kind === 'damage' || random() < 0.5 ? -1 : 1)
  await operations.stock.adjust({key, product: product._id, quantity, reason: 'shelf', kind})
}

async function count({operations, random, products}: World, key: string): Promise<void> {
  const counted = products.slice(0, randomInteger(random, 1, 3)).map((product) => ({
    product: product._id,
    counted: random() < 0.1 ? 0 : some(random, product, 30),
    countedAt: new Date(Date.now() - randomInteger(random, 0, 60_000)).toISOString(),
  }))
  await operations.stock.count({key, counts: counted})
}

/** A quantity of up to `most` whole units, in smallest steps. */
function some(random: () => number, {unit}: Product, most: number): number {
  return randomInteger(random, 1, most * 10 ** unit.decimals)
}

function someBill({random, bills}: World): Bill {
  const bill = bills[randomInteger(random, 0, bills.length - 1)]
  if (bill === undefined) throw new ShopError('not-found', 'nothing is sold yet')
  return bill
}

const buyer = ({random, customers}: World) =>
  maybe(random, 0.7, () => ({customer: pick(random, customers)._id}))

const discountOf = (random: () => number, most: number): Discount =>
  random() < 0.5 ? {rate: randomInteger(random, 0, 2500)} : {amount: randomInteger(random, 0, most)}

const before = (random: () => number) =>
  new Date(Date.now() - randomInteger(random, 0, 2 * DAY)).toISOString()

function pick<T>(random: () => number, items: readonly T[]): T {
  const item = items[randomInteger(random, 0, items.length - 1)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

const maybe = <T extends object>(random: () => number, chance: number, make: () => T): Partial<T> =>
  random() < chance ? make() : {}
