import {describe, expect, it} from 'vitest'
import {connect, openTestLake, record, rejectionOf} from './lakeRig.ts'

/** Compares every document with every other, three deep: hours. */
const endless = 'count(*[count(*[count(*[price > ^.price - ^.^.price]) > price]) > 0])'
/** A machine at rest needs less than two seconds; the tests share theirs with others. */
const soonMs = 4_000

async function openWithProducts(queryTimeoutMs: number) {
  const lake = await openTestLake({queryTimeoutMs})
  const client = connect(lake)
  const transaction = client.transaction()
  for (let price = 0; price < 1_500; price += 1)
    transaction.create({_id: `p${price}`, _type: 'product', price})
  await transaction.commit()
  await client.fetch('count(*)')
  return client
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

describe('while one hostile query runs', () => {
  it('others query, read, write and hear of it soon, and it is told why it was stopped', async () => {
    const client = await openWithProducts(8_000)
    const heard = record(client.listen('*[_type == "note"]', {}, {events: ['welcome', 'mutation']}))
    await heard.until(({type}) => type === 'welcome')
    let isOver = false
    const hostile = rejectionOf(client.fetch(endless)).finally(() => (isOver = true))
    const works: (() => Promise<unknown>)[] = [
      () => client.fetch('*[_id == "p7"][0].price'),
      () => client.fetch('*[_type == "product" && price > 100] | order(price desc)[0...10]'),
      () => client.getDocument('p7'),
      () => client.create({_id: 'n', _type: 'note'}),
      () => heard.until(({type}) => type === 'mutation'),
      () => client.patch({query: '*[_id == "n"]'}).set({n: 1}).commit(),
      () => client.fetch('*[_id == "n"][0].n'),
    ]
    for (const work of works) expect(await took(work)).toBeLessThan(soonMs)
    expect(isOver).toBe(false)
    expect(await hostile).toMatchObject({
      statusCode: 400,
      details: {type: 'queryTimeoutError', description: expect.stringContaining('longer than 8 s')},
    })
    expect(await client.fetch('count(*[_type == "product"])')).toBe(1_500)
  })

  it('as part of a write it holds other writes up only for a moment, and changes nothing', async () => {
    const client = await openWithProducts(8_000)
    const hostile = rejectionOf(client.delete({query: `*[${endless} > 0]`}))
    const write = () => client.create({_id: 'n', _type: 'note'})
    expect(await took(write)).toBeLessThan(soonMs)
    expect(await hostile).toMatchObject({statusCode: 400, details: {type: 'queryTimeoutError'}})
    expect(await client.fetch('count(*)')).toBe(1_501)
  })
})

it('every query that runs over its time is stopped with a message, one after the other, and the next is answered', async () => {
  const client = await openWithProducts(300)
  await client.create({
    _id: 'wild',
    _type: 'note',
    title: 'a'.repeat(200),
    wild: `${'*a'.repeat(40)}b`,
  })
  for (const query of [
    endless,
    '*[title match wild]',
    '*[_type == "product"]{"all": *[price > ^.price]{"again": *[price > ^.price]}}',
    '*[_type == "product"] | score(count(*[count(*[price > ^.price]) > 0]) > 0)',
    '*[_type == "product"] | order(count(*[count(*[price > ^.price]) > 0]))',
  ]) {
    const failure = await rejectionOf(client.fetch(query))
    expect([query, failure]).toMatchObject([
      query,
      {statusCode: 400, message: expect.stringContaining('took longer than 0.3 s and was stopped')},
    ])
    expect(await client.fetch('*[_id == "p7"][0].price')).toBe(7)
  }
})
