import {describe, expect, it} from 'vitest'
import {testSize} from '../rig/size.ts'
import {connect, openTestLake, record, rejectionOf} from './lakeRig.ts'

const isLong = testSize === 'long'

/** Compares every document with every other, three deep: hours. */
const endless = 'count(*[count(*[count(*[price > ^.price - ^.^.price]) > price]) > 0])'
/** What is promised of others while one hostile query runs. */
const soonMs = 2_000

async function openWithProducts(queryTimeoutMs: number, count = 1_500) {
  const lake = await openTestLake({queryTimeoutMs})
  const client = connect(lake)
  for (let first = 0; first < count; first += 1_500) {
    const transaction = client.transaction()
    for (let price = first; price < Math.min(first + 1_500, count); price += 1)
      transaction.create({_id: `p${price}`, _type: 'product', price})
    await transaction.commit({returnDocuments: false})
  }
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

it('when one was stopped its thread reads the documents again, and others wait no longer meanwhile', async () => {
  const client = await openWithProducts(2_000, isLong ? 100_000 : 10_000)
  let slowestMs = 0
  const askOnce = async () => {
    const ms = await took(() => client.fetch('*[_type == "product" && price > 9990][0...10]'))
    slowestMs = Math.max(slowestMs, ms)
  }
  const inUse = performance.now()
  while (performance.now() - inUse < (isLong ? 15_000 : 1_000)) await askOnce()
  const over = new AbortController()
  const hostile = rejectionOf(client.fetch(endless)).finally(() => over.abort())
  while (!over.signal.aborted) await askOnce()
  expect(await hostile).toMatchObject({details: {type: 'queryTimeoutError'}})
  for (let answers = 0; answers < 100; answers += 1) await askOnce()
  console.info(`the slowest answer beside a hostile query: ${slowestMs.toFixed(0)} ms`)
  expect(slowestMs).toBeLessThan(soonMs)
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
