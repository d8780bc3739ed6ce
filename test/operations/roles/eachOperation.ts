import type {
  Bill,
  BillDraft,
  Brand,
  Category,
  LatencyTest,
  Product,
  User,
} from '../../../plugin/domain/documents.ts'
import {addDays} from '../../../plugin/domain/calendar.ts'
import {
  billBalanceId,
  customerAccountId,
  daySummaryId,
  seriesId,
  SETTINGS_ID,
} from '../../../plugin/domain/ids.ts'
import type {ShopOperations} from '../../../plugin/operations/commands.ts'
import type {OperationName} from '../../../plugin/operations/permissions.ts'
import type {TestShop} from '../shopRig.ts'

/** Something of its own for every operation, so that none stands in another's way. */
export interface Ground {
  /** Makes keys, names and skus different. */
  tag: string
  stocked: Product
  /** Never moved, so it can be opened and deleted. */
  unmoved: Product
  unused: Product
  drifted: Product
  driftedBill: Bill
  driftedSeries: string
  /** A day and an account of their own that were changed by hand. */
  driftedDay: string
  driftedUser: User
  brand: Brand
  category: Category
  user: User
  unusedBrand: Brand
  unusedCategory: Category
  unusedUser: User
  toPay: Bill
  toRefund: Bill
  toCredit: Bill
  toVoid: Bill
  parked: BillDraft
  answered: LatencyTest
  ended: LatencyTest
}

/** Made by an administrator. */
export async function layGround(shop: TestShop, tag: string): Promise<Ground> {
  const {operations} = shop
  const named = (what: string) => ({name: `${what} of ${tag}`})
  const stocked = await shop.stocked(100)
  const user = await operations.users.create(named('Customer'))
  const bill = async (key: string, paid: number) => {
    const payments = paid === 0 ? {} : {payments: [{method: 'cash' as const, amount: paid}]}
    const lines = [{product: stocked._id, quantity: 2, unitPrice: 10_00}]
    return (
      await operations.bills.create({key: `${tag} ${key}`, customer: user._id, lines, ...payments})
    ).bill
  }
  const drifted = await shop.stocked(3)
  await shop.client.patch(`stockLevel.${drifted._id}`).inc({onHand: 1}).commit()
  const driftedBill = await bill('drifted', 0)
  await shop.client.patch(billBalanceId(driftedBill._id)).inc({paid: 1}).commit()
  await operations.bills.deposit({
    key: `${tag} advance`,
    customer: user._id,
    amount: 100,
    method: 'cash',
  })
  const latencyTest = async (key: string) => {
    const command = {key: `${tag} ${key}`, change: {what: 'nothing' as const}}
    return (await operations.latencyTests.begin(command)).test
  }
  const content = {lines: [{name: 'Visit', quantity: 1, unitPrice: 1}]}
  return {
    tag,
    stocked,
    drifted,
    driftedBill,
    driftedSeries: await setBackSeries(shop, tag),
    ...(await changeSums(shop, tag)),
    user,
    unmoved: await shop.product(),
    unused: await shop.product(),
    brand: await operations.brands.create(named('Brand')),
    category: await operations.categories.create(named('Category')),
    unusedBrand: await operations.brands.create(named('Unused brand')),
    unusedCategory: await operations.categories.create(named('Unused category')),
    unusedUser: await operations.users.create(named('Unused customer')),
    toPay: await bill('to pay', 0),
    toRefund: await bill('to refund', 10_00),
    toCredit: await bill('to credit', 0),
    toVoid: await bill('to void', 5_00),
    answered: await latencyTest('answered'),
    ended: await latencyTest('ended'),
    parked: (await operations.bills.park({key: `${tag} parked`, content})).draft,
  }
}

/** A series of a till of its own whose counter was set back by hand. */
async function setBackSeries(shop: TestShop, tag: string): Promise<string> {
  const pattern = '{series}-{year}-{sequence}'
  await shop.client.patch(SETTINGS_ID).set({'series.bill': pattern}).commit()
  const till = shop.till('Asha', {series: 'D'})
  const lines = [{name: 'Visit', quantity: 1, unitPrice: 1}]
  const {bill} = await till.bills.create({key: `${tag} own series`, lines})
  await shop.client.patch(seriesId(bill.series)).dec({last: 1}).commit()
  return bill.series
}

let days = 0

async function changeSums(
  shop: TestShop,
  tag: string,
): Promise<Pick<Ground, 'driftedDay' | 'driftedUser'>> {
  const user = await shop.operations.users.create({name: `Owes, says somebody of ${tag}`})
  const driftedDay = addDays('2026-01-01', days++)
  await shop.operations.bills.create({
    key: `${tag} drifted day`,
    customer: user._id,
    lines: [{name: 'Visit', quantity: 1, unitPrice: 1}],
    occurredAt: `${driftedDay}T12:00:00Z`,
  })
  await shop.client.patch(daySummaryId(driftedDay)).inc({sales: 1}).commit()
  await shop.client.patch(customerAccountId(user._id)).inc({owed: 1}).commit()
  return {driftedDay, driftedUser: user}
}

type Attempts = Readonly<Record<OperationName, () => Promise<unknown>>>

/** One call of every operation that the ground allows; an operation without one does not compile. */
export function attemptEach(operations: ShopOperations, ground: Ground, run: string): Attempts {
  const {brands, categories, products, users, bills, alerts, latencyTests, stock} = operations
  const key = `${ground.tag} ${run}`
  const one = [{product: ground.stocked._id, quantity: 1, unitCost: 90_00}]
  const money = {amount: 1_00, method: 'cash' as const}
  const advance = {customer: ground.user._id, ...money, amount: 1}
  const countedAt = new Date().toISOString()
  const free = {lines: [{name: 'Labour', quantity: 1, unitPrice: 1_00}]}
  return {
    'brands.create': () => brands.create({name: key}, key),
    'brands.update': () => brands.update(ground.brand._id, {description: key}),
    'brands.archive': () => brands.archive(ground.brand._id),
    'brands.delete': () => brands.delete(ground.unusedBrand._id),
    'categories.create': () => categories.create({name: key}, key),
    'categories.update': () => categories.update(ground.category._id, {description: key}),
    'categories.archive': () => categories.archive(ground.category._id),
    'categories.delete': () => categories.delete(ground.unusedCategory._id),
    'products.create': () => products.create({name: key, sku: key, price: 1}, key),
    'products.update': () => products.update(ground.unused._id, {description: key}),
    'products.archive': () => products.archive(ground.unused._id),
    'products.delete': () => products.delete(ground.unused._id),
    'users.create': () => users.create({name: key}, key),
    'users.update': () => users.update(ground.unusedUser._id, {notes: key}),
    'users.archive': () => users.archive(ground.unusedUser._id),
    'users.delete': () => users.delete(ground.unusedUser._id),
    'bills.create': () =>
      bills.create({
        key,
        customer: ground.user._id,
        lines: [{product: ground.stocked._id, quantity: 1}, ...free.lines],
        payments: [money],
      }),
    'bills.recordPayment': () => bills.recordPayment({key, bill: ground.toPay._id, ...money}),
    'bills.refund': () => bills.refund({key: `${key} refund`, bill: ground.toRefund._id, ...money}),
    'bills.credit': () =>
      bills.credit({
        key,
        bill: ground.toCredit._id,
        reason: 'broken',
        lines: [{line: 'line1', quantity: 1, restock: true}],
      }),
    'bills.void': () => bills.void({key, bill: ground.toVoid._id, reason: 'wrong customer'}),
    'bills.park': () => bills.park({key, content: free}),
    'bills.discard': () => bills.discard({key, draft: ground.parked._id}),
    'bills.deposit': () => bills.deposit({key: `${key} deposit`, ...advance}),
    'bills.withdraw': () => bills.withdraw({key: `${key} withdraw`, ...advance}),
    'stock.open': () => stock.open({key, lines: [{product: ground.unmoved._id, quantity: 5}]}),
    'stock.receive': () => stock.receive({key: `${key} receive`, lines: one}),
    'stock.returnToSupplier': () => stock.returnToSupplier({key: `${key} return`, lines: one}),
    'stock.adjust': () =>
      stock.adjust({
        key: `${key} adjust`,
        product: ground.stocked._id,
        quantity: -1,
        reason: 'broken',
        kind: 'damage',
      }),
    'stock.count': () =>
      stock.count({
        key: `${key} count`,
        product: ground.stocked._id,
        counted: 90,
        countedAt,
      }),
    'bills.correctBalance': () =>
      bills.correctBalance({key: `${key} balance`, bill: ground.driftedBill._id}),
    'bills.correctSeries': () =>
      bills.correctSeries({key: `${key} series`, series: ground.driftedSeries}),
    'bills.correctDay': () => bills.correctDay({key: `${key} day`, day: ground.driftedDay}),
    'bills.correctAccount': () =>
      bills.correctAccount({key: `${key} account`, customer: ground.driftedUser._id}),
    'alerts.note': () =>
      alerts.note({key, alert: `lowStock-${ground.stocked._id}`, isMuted: true, until: countedAt}),
    'latencyTests.begin': () => latencyTests.begin({key, change: {what: 'nothing'}}),
    'latencyTests.answer': () =>
      latencyTests.answer({
        key,
        test: ground.answered._id,
        window: key,
        device: 'Chrome, Linux',
        place: '/dashboard/realtime',
        isHidden: false,
        ms: 12,
        uncertainty: 1,
        latency: {p50: 8, p95: 15, measured: 200},
      }),
    'latencyTests.end': () => latencyTests.end({key, test: ground.ended._id}),
    'stock.correct': () => stock.correct({key: `${key} correct`, product: ground.drifted._id}),
  }
}
