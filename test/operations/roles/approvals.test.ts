import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {shopGrants} from '../../../plugin/core.ts'
import type {ApprovalRules} from '../../../plugin/domain/approvals.ts'
import type {ShopOperations} from '../../../plugin/operations/commands.ts'
import {startTestShop} from '../shopRig.ts'
import type {TestShop} from '../shopRig.ts'

let shop: TestShop
let cashier: ShopOperations

beforeAll(async () => {
  shop = await startTestShop({roles: ['cashier'], grants: shopGrants()})
  cashier = shop.till('Cashier', {
    client: shop.lake.client('production', shop.lake.tokenOf('cashier')),
  })
  await shop.stocked(1)
})
afterAll(async () => {
  expect(await shop.differences()).toEqual([])
  await shop.close()
})

const rule = (approvals: ApprovalRules, more: object = {}) =>
  shop.client
    .patch('shopSettings.shop')
    .set({approvals, ...more})
    .commit()

/** Refused to the cashier naming the rule, nothing saved; then an administrator does the same with the same key. */
async function needsApproval(
  approval: keyof ApprovalRules | 'creditLimit',
  attempt: (operations: ShopOperations) => Promise<unknown>,
) {
  const before = await shop.client.fetch<number>('count(*)')
  await expect(attempt(cashier)).rejects.toMatchObject({
    code: 'not-permitted',
    approval,
    allowed: ['administrator'],
    message: expect.stringMatching(/^Nothing was saved: .*Only an administrator may do that/),
  })
  expect(await shop.client.fetch<number>('count(*)')).toBe(before)
  await attempt(shop.operations)
}

describe('beyond a cashier’s own authority', () => {
  it('is a discount over the rule, on a line, on the bill, or as a lowered price', async () => {
    await rule({discountOver: 1000})
    const fan = await shop.stocked(20)
    const line = {product: fan._id, quantity: 1}
    const sell =
      (key: string, own: object, bill: object = {}) =>
      (operations: ShopOperations) =>
        operations.bills.create({key, lines: [{...line, ...own}], ...bill})
    await sell('10 %', {discount: {rate: 1000}})(cashier)
    await needsApproval('discountOver', sell('on a line', {discount: {rate: 1001}}))
    await needsApproval('discountOver', sell('on the bill', {}, {discount: {amount: 15_01}}))
    await needsApproval('discountOver', sell('lower price', {unitPrice: 134_99}))
    const both = {discount: {rate: 600}}
    await needsApproval('discountOver', sell('together', both, {discount: {rate: 500}}))
  })

  it('is cancelling a bill', async () => {
    await rule({void: true})
    const fan = await shop.stocked(1)
    const {bill} = await cashier.bills.create({key: 'v', lines: [{product: fan._id, quantity: 1}]})
    const reason = 'wrong customer'
    await needsApproval('void', ({bills}) => bills.void({key: 'cancel', bill: bill._id, reason}))
    expect(await shop.onHand(fan)).toBe(1)
  })

  it('is taking goods away worth more than the rule, by adjustment, damage or count', async () => {
    await rule({lossOver: 200_00})
    const fan = await shop.stocked(20)
    const adjust =
      (key: string, quantity: number, kind: 'adjustment' | 'damage') =>
      (operations: ShopOperations) =>
        operations.stock.adjust({key, product: fan._id, quantity, reason: 'broken', kind})
    await adjust('two are 200.00', -2, 'damage')(cashier)
    await adjust('more is no loss', 50, 'adjustment')(cashier)
    await needsApproval('lossOver', adjust('damage', -3, 'damage'))
    await needsApproval('lossOver', adjust('adjustment', -3, 'adjustment'))
    const countedAt = new Date().toISOString()
    await needsApproval('lossOver', ({stock}) =>
      stock.count({key: 'count', product: fan._id, counted: 1, countedAt}),
    )
  })

  it('is paying money back, but not keeping it as credit', async () => {
    await rule({refund: true})
    const {_id} = await shop.operations.users.create({name: 'Ravi'})
    const {bill} = await cashier.bills.create({
      key: 'paid',
      customer: _id,
      lines: [{name: 'Visit', quantity: 1, unitPrice: 100_00}],
      payments: [{method: 'cash', amount: 118_00}],
    })
    const back = {bill: bill._id, amount: 10_00}
    await cashier.bills.refund({key: 'credit', ...back, method: 'customerCredit'})
    await needsApproval('refund', ({bills}) => bills.refund({key: 'cash', ...back, method: 'cash'}))
    await needsApproval('refund', ({bills}) =>
      bills.withdraw({key: 'out', customer: _id, amount: 1_00, method: 'cash'}),
    )
    await needsApproval('refund', ({bills}) =>
      bills.credit({
        key: 'note',
        bill: bill._id,
        reason: 'not done',
        lines: [{line: 'line1', quantity: 1, restock: false}],
        refund: {method: 'cash', amount: 50_00},
      }),
    )
  })

  it('is selling below cost, and lending beyond a credit limit where the shop says so', async () => {
    await rule({belowCost: true}, {creditPolicy: 'approve'})
    const fan = await shop.stocked(5)
    const cheap = [{product: fan._id, quantity: 1, unitPrice: 99_99}]
    await needsApproval('belowCost', ({bills}) => bills.create({key: 'cheap', lines: cheap}))
    const {_id} = await shop.operations.users.create({name: 'Meera', creditLimit: 50_00})
    const lines = [{name: 'Visit', quantity: 1, unitPrice: 100_00}]
    await needsApproval('creditLimit', ({bills}) =>
      bills.create({key: 'lent', customer: _id, lines}),
    )
  })
})
