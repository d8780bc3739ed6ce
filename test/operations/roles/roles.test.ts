import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {proveShop, shopGrants} from '../../../plugin/core.ts'
import {PERMISSIONS} from '../../../plugin/operations/permissions.ts'
import type {OperationName} from '../../../plugin/operations/permissions.ts'
import {startTestShop} from '../shopRig.ts'
import type {TestShop} from '../shopRig.ts'
import {attemptEach, layGround} from './eachOperation.ts'
import {hasRight, mayCall, RIGHTS, ROLES, UNSEEN_BY_THE_LAKE} from './roleTable.ts'
import type {Right, Role} from './roleTable.ts'

let shop: TestShop

beforeAll(async () => {
  shop = await startTestShop({roles: ['editor', 'cashier'], grants: shopGrants()})
})
afterAll(() => shop.close())

const clientOf = (role: Role): SanityClient =>
  shop.lake.client('production', shop.lake.tokenOf(role))

const isOperation = (name: string): name is OperationName => name in PERMISSIONS

/** What came of each operation: done, or the code and who said no. */
async function outcomes(attempts: Readonly<Record<string, () => Promise<unknown>>>) {
  const found: [OperationName, string][] = []
  for (const [name, attempt] of Object.entries(attempts)) {
    if (!isOperation(name)) throw new Error(`${name} is no operation`)
    const outcome = await attempt().then(
      () => 'done',
      (error: unknown) => refusalOf(error),
    )
    found.push([name, outcome])
  }
  return found
}

function refusalOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return String(error)
  if (error.code !== 'not-permitted') return `${String(error.code)}: ${error.message}`
  return error.name === 'NotPermittedError' ? 'refused in words' : 'refused by the lake'
}

describe.each(ROLES)('as %s', (role) => {
  it('every operation does what the role may do, and refuses the rest in words', async () => {
    const ground = await layGround(shop, `${role} asks`)
    const operations = shop.till(role, {client: clientOf(role)})
    const found = await outcomes(attemptEach(operations, ground, role))
    expect(found).toEqual(
      found.map(([name]) => [name, mayCall(role, name) ? 'done' : 'refused in words']),
    )
  })

  it('the lake refuses what the forms refuse, even to a page that lies about its role', async () => {
    const ground = await layGround(shop, `${role} lies`)
    const operations = shop.till(role, {client: clientOf(role), roles: ['administrator']})
    const found = await outcomes(attemptEach(operations, ground, role))
    const isLet = (name: OperationName) =>
      mayCall(role, name) || (role === 'cashier' && UNSEEN_BY_THE_LAKE.includes(name))
    expect(found).toEqual(
      found.map(([name]) => [name, isLet(name) ? 'done' : 'refused by the lake']),
    )
  })

  it('a direct client may create, change and delete each type of document as the grants say', async () => {
    const client = clientOf(role)
    for (const type of Object.keys(RIGHTS)) {
      const there = {_id: `${type}.${role}`, _type: type, note: 'there'}
      await shop.client.createOrReplace(there)
      const tries: Record<Right, () => Promise<unknown>> = {
        create: () => client.create({_id: `${type}.new.${role}`, _type: type}),
        update: () => client.patch(there._id).set({note: 'changed'}).commit(),
        delete: () => client.delete(there._id),
      }
      for (const right of ['create', 'update', 'delete'] as const) {
        const status = await tries[right]().then(
          () => 'done',
          (error: unknown) =>
            error instanceof Error && 'statusCode' in error ? error.statusCode : error,
        )
        const expected = hasRight(role, type, right) ? 'done' : 403
        expect([role, right, type, status]).toEqual([role, right, type, expected])
      }
      await shop.client.delete({
        query: '*[_id in $ids]',
        params: {ids: [there._id, `${type}.new.${role}`]},
      })
    }
  })
})

describe('who may write levels', () => {
  it('can forge one, and is found out: the proof names document and difference', async () => {
    const fan = await shop.stocked(10)
    const forged = `stockLevel.${fan._id}`
    await clientOf('cashier').patch(forged).inc({onHand: 5}).commit()
    const found = proveShop(await shop.documents()).filter(({document}) => document === forged)
    expect(found).toMatchObject([
      {kind: 'level', field: 'onHand', expected: 10, found: 15, difference: 5, product: fan._id},
    ])
    expect(found[0]?.message).toBe(`Stock of ${fan.name}: onHand is 15, should be 10 (+5)`)
  })
})

it('roles of the shop are options over the names of Sanity roles', async () => {
  const options = {currency: 'INR', timeZone: 'Asia/Kolkata', roles: {cashier: ['till']}}
  const free = {key: 'by role', lines: [{name: 'Visit', quantity: 1, unitPrice: 1}]}
  await shop.client
    .patch('shopSettings.shop')
    .set({'roles.cashier': ['till']})
    .commit()
  const old = shop.till('Asha', {options, roles: ['cashier']})
  await expect(old.bills.create(free)).rejects.toThrow(/As viewer you may not do this/)
  const till = shop.till('Asha', {options, roles: ['till']})
  expect((await till.bills.create(free)).bill.issuedBy.name).toBe('Asha')
  expect(
    Object.keys(shopGrants({...options.roles, administrator: [], editor: [], viewer: []})),
  ).toEqual(['till'])
})
