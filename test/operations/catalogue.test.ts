import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {ReferencedError} from '../../plugin/domain/errors.ts'
import {startTestShop} from './shopRig.ts'
import type {TestShop} from './shopRig.ts'

let shop: TestShop

beforeEach(async () => {
  shop = await startTestShop()
})
afterEach(() => shop.close())

describe('the catalogue', () => {
  it('creates, updates, archives and deletes a brand', async () => {
    const {brands} = shop.operations
    const brand = await brands.create({
      name: 'Crompton Greaves',
      description: 'Fans',
      isActive: true,
    })
    expect(brand).toMatchObject({_type: 'brand', slug: {current: 'crompton-greaves'}})
    expect(brand._id).toMatch(/^[0-9a-f-]{36}$/)
    const updated = await brands.update(brand._id, {description: 'Fans and pumps'})
    expect(await shop.client.getDocument(brand._id)).toMatchObject({
      _rev: updated._rev,
      description: 'Fans and pumps',
    })
    expect((await brands.archive(brand._id)).isActive).toBe(false)
    await brands.delete(brand._id)
    expect(await shop.client.getDocument(brand._id)).toBeUndefined()
    await expect(brands.delete(brand._id)).rejects.toMatchObject({code: 'not-found'})
  })

  it('creates once by key', async () => {
    const {brands} = shop.operations
    const all = await Promise.all(
      ['a', 'b', 'c'].map(() => brands.create({name: 'Havells', isActive: true}, 'form 7')),
    )
    expect(new Set(all.map((brand) => brand._id)).size).toBe(1)
    await expect(brands.create({name: 'Other'}, 'form 7')).rejects.toMatchObject({
      code: 'key-reused',
    })
    expect(await shop.documents('brand')).toHaveLength(1)
  })

  it('keeps people private by their ids', async () => {
    const user = await shop.operations.users.create({name: 'Ravi', role: 'customer'})
    expect(user._id).toMatch(/^user\.[0-9a-f-]{36}$/)
    const secret = {name: 'Ravi', password: 'secret'}
    await expect(shop.operations.users.create(secret)).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'password'}],
    })
  })

  it('refuses a sku that another product has', async () => {
    const fan = await shop.product({sku: 'F-1'})
    await expect(shop.product({sku: 'F-1'})).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'sku'}],
    })
    const other = await shop.product({sku: 'F-2'})
    await expect(shop.operations.products.update(other._id, {sku: 'F-1'})).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(shop.operations.products.update(fan._id, {sku: 'F-1'})).resolves.toBeDefined()
  })

  it('updates a draft in the same transaction, so that publishing it undoes nothing', async () => {
    const fan = await shop.product({price: 100})
    await shop.client.create({...fan, _id: `drafts.${fan._id}`, name: 'Being edited'})
    const updated = await shop.operations.products.update(fan._id, {price: 120})
    const draft = await shop.client.getDocument(`drafts.${fan._id}`)
    expect(draft).toMatchObject({price: 120, name: 'Being edited', _rev: updated._rev})
    expect(await shop.client.getDocument(fan._id)).toMatchObject({price: 120, name: fan.name})
  })

  it('refuses to delete what others refer to, and says who', async () => {
    const brand = await shop.operations.brands.create({name: 'Crompton'})
    const reference = {_type: 'reference' as const, _ref: brand._id, _weak: true}
    const fan = await shop.stocked(1, {brand: reference})
    const outcome = shop.operations.brands.delete(brand._id)
    await expect(outcome).rejects.toBeInstanceOf(ReferencedError)
    await expect(outcome).rejects.toMatchObject({
      referrers: [{id: fan._id, type: 'product', label: fan.name}],
    })
    await expect(shop.operations.products.delete(fan._id)).rejects.toMatchObject({
      code: 'referenced',
    })
    const unused = await shop.product()
    await shop.operations.products.delete(unused._id)
    expect(await shop.documents('product')).toHaveLength(1)
  })

  it('says at once that a reference leads nowhere, or only to a draft', async () => {
    await shop.client.create({_id: 'drafts.b', _type: 'brand', name: 'Not yet'})
    const brand = {_type: 'reference' as const, _ref: 'b'}
    const outcome = shop.product({brand})
    await expect(outcome).rejects.toMatchObject({
      code: 'not-found',
      message: /refers to b, which does not exist or is only a draft/,
    })
    expect(await shop.documents('sku')).toEqual([])
  })

  it('keeps the decimals of a unit once there is stock', async () => {
    const wire = await shop.stocked(1500, {unit: {name: 'm', decimals: 2}})
    const change = shop.operations.products.update(wire._id, {unit: {name: 'm', decimals: 3}})
    await expect(change).rejects.toMatchObject({
      code: 'invalid',
      issues: [{path: 'unit.decimals'}],
    })
    await shop.operations.products.update(wire._id, {unit: {name: 'metre', decimals: 2}})
    expect(await shop.client.getDocument(wire._id)).toMatchObject({unit: {name: 'metre'}})
  })
})
