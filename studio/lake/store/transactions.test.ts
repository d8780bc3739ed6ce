import * as fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {LakeError} from '../errors.ts'
import type {CommittedTransaction, StoredDocument, WireMutation} from '../types.ts'
import {commit, openTestStore, read, refusal} from './testStore.ts'

describe('a transaction', () => {
  it('that fails in the middle leaves nothing: documents, history, events, sequence', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't', n: 1}}])
    const events: number[] = []
    store.subscribe(({sequence}) => events.push(sequence))
    const failing = commit(store, [
      {patch: {id: 'a', inc: {n: 1}}},
      {create: {_id: 'b', _type: 't'}},
      {create: {_id: 'a', _type: 't'}},
      {delete: {id: 'a'}},
    ])
    expect(await refusal(failing)).toMatchObject({status: 409, item: {index: 2}})
    expect(read(store, 'a')).toMatchObject({n: 1})
    expect(read(store, 'b')).toBeUndefined()
    expect(store.lastSequence()).toBe(1)
    expect(store.transactionsSince('shop', 0, 10)).toHaveLength(1)
    expect(events).toEqual([])
  })

  it('runs after all before it: 200 increments at once are 200', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't', n: 0}}])
    await Promise.all(
      Array.from({length: 200}, () => commit(store, [{patch: {id: 'a', inc: {n: 1}}}])),
    )
    expect(read(store, 'a')).toMatchObject({n: 200})
  })

  it('of many with one revision exactly one wins', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't'}}], {transactionId: 'tx-1'})
    const all = await Promise.allSettled(
      Array.from({length: 50}, (_, winner) =>
        commit(store, [{patch: {id: 'a', ifRevisionID: 'tx-1', set: {winner}}}]),
      ),
    )
    expect(all.filter(({status}) => status === 'fulfilled')).toHaveLength(1)
  })

  it('has its id once: the second time is a conflict and does nothing', async () => {
    const store = openTestStore()
    const mutations = [{createOrReplace: {_id: 'a', _type: 't'}}]
    await commit(store, mutations, {transactionId: 'once'})
    const again = await Promise.allSettled([
      commit(store, mutations, {transactionId: 'once'}),
      commit(store, mutations, {transactionId: 'twice'}),
      commit(store, mutations, {transactionId: 'twice'}),
    ])
    expect(again.map(({status}) => status)).toEqual(['rejected', 'fulfilled', 'rejected'])
    expect(await refusal(commit(store, mutations, {transactionId: 'once'}))).toMatchObject({
      status: 409,
    })
    expect(await refusal(commit(store, mutations, {transactionId: 'a b'}))).toMatchObject({
      status: 400,
    })
    expect(store.lastSequence()).toBe(2)
  })

  it('is refused whole by a guard, which sees each resulting change', async () => {
    const store = openTestStore()
    await commit(store, [{create: {_id: 'a', _type: 't', n: 1}}])
    const seen: unknown[] = []
    const request = commit(
      store,
      [
        {patch: {id: 'a', inc: {n: 1}}},
        {patch: {id: 'a', inc: {n: 1}}},
        {create: {_id: 'b', _type: 't'}},
      ],
      {
        guard: ({documentId, before, after}) => {
          seen.push([documentId, before?.n, after?.n])
          if (documentId === 'b') throw new LakeError(403, 'insufficientPermissionsError', 'no')
        },
      },
    )
    expect(await refusal(request)).toMatchObject({status: 403})
    expect(seen).toEqual([
      ['a', 1, 3],
      ['b', undefined, undefined],
    ])
    expect(read(store, 'a')).toMatchObject({n: 1})
  })

  it('as a dry run answers the same and changes nothing', async () => {
    const store = openTestStore()
    const {results, transaction} = await commit(store, [{create: {_id: 'a', _type: 't'}}], {
      dryRun: true,
    })
    expect(results).toEqual([{id: 'a', operation: 'create'}])
    expect(transaction.sequence).toBe(0)
    expect(read(store, 'a')).toBeUndefined()
    expect(
      await refusal(commit(store, [{patch: {id: 'a', set: {n: 1}}}], {dryRun: true})),
    ).toMatchObject({status: 409})
  })

  it('of a dataset that is not there is 404; names are checked; datasets keep their documents apart', async () => {
    const store = openTestStore()
    await expect(store.commit('nowhere', {mutations: [], author: 'x'})).rejects.toMatchObject({
      status: 404,
    })
    expect(() => store.getDocuments('nowhere', ['a'])).toThrow(LakeError)
    for (const name of ['', 'A', '-a', 'a b', '../x', 'a'.repeat(65)]) {
      expect(() => store.createDataset(name, 'private')).toThrow(LakeError)
    }
    store.createDataset('other', 'public')
    await commit(store, [{create: {_id: 'a', _type: 't'}}])
    expect(store.getDocuments('other', ['a'])).toEqual([])
    expect(store.datasets()).toEqual([
      {name: 'shop', aclMode: 'private'},
      {name: 'other', aclMode: 'public'},
    ])
  })

  it('of 1,400 mutations commits well under a second', async () => {
    const store = openTestStore()
    const create = Array.from({length: 1_400}, (_, n) => ({
      create: {_id: `stock.${n}`, _type: 'stock', quantity: 5},
    }))
    const started = performance.now()
    await commit(store, create)
    await commit(
      store,
      create.map(({create: {_id}}) => ({patch: {id: _id, dec: {quantity: 1}}})),
    )
    const milliseconds = performance.now() - started
    console.info(`2 transactions of 1,400 mutations: ${Math.round(milliseconds)} ms`)
    expect(milliseconds).toBeLessThan(2_000)
    expect(read(store, 'stock.1399')).toMatchObject({quantity: 4})
  })
})

describe('subscribers', () => {
  it('hear every transaction once, in order, after it can be read and before it is answered', async () => {
    const store = openTestStore()
    const heard: [number, unknown][] = []
    const stop = store.subscribe(({sequence, changes}) =>
      heard.push([sequence, read(store, changes[0]?.documentId ?? '')?._rev]),
    )
    let answered = 0
    const sell = async (n: number): Promise<void> => {
      await commit(store, [{create: {_id: `d${n}`, _type: 't'}}], {transactionId: `tx-${n}`})
      answered += 1
      expect(heard.length).toBeGreaterThanOrEqual(answered)
    }
    await Promise.all(Array.from({length: 20}, (_, n) => sell(n)))
    expect(heard).toEqual(Array.from({length: 20}, (_, n) => [n + 1, `tx-${n}`]))
    stop()
    await commit(store, [{create: {_id: 'later', _type: 't'}}])
    expect(heard).toHaveLength(20)
  })

  it('read back what they missed as it was told live', async () => {
    const store = openTestStore()
    const live: CommittedTransaction[] = []
    store.subscribe((transaction) => live.push(transaction))
    await commit(store, [{create: {_id: 'a', _type: 't', n: 1}}, {create: {_id: 'b', _type: 't'}}])
    await commit(store, [{patch: {id: 'a', inc: {n: 1}}}, {delete: {id: 'b'}}])
    await commit(store, [{create: {_id: 'b', _type: 't', again: true}}])
    expect(store.transactionsSince('shop', 0, 10)).toEqual(live)
    expect(store.transactionsSince('shop', 1, 1)).toEqual(live.slice(1, 2))
  })
})

describe('the store agrees with a plain model', () => {
  const seed = Number(process.env.FC_SEED ?? Date.now() % 1_000_000)
  console.info(`store model: FC_SEED=${seed}`)
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const reference = fc.option(id, {nil: undefined})
  const document = fc.record({
    _id: id,
    _type: fc.constant('t'),
    n: fc.nat(9),
    r: reference.map((to) => to && {_ref: to}),
  })
  const mutation = fc.oneof(
    document.map((create) => ({create})),
    document.map((createOrReplace) => ({createOrReplace})),
    document.map((createIfNotExists) => ({createIfNotExists})),
    id.map((one) => ({delete: {id: one}})),
    fc.tuple(id, fc.nat(9)).map(([one, n]) => ({patch: {id: one, set: {n}}})),
  )

  const numRuns = Number(process.env.FC_RUNS ?? 60)

  it(
    'after any run of transactions the documents are those of the model and no strong reference dangles',
    async () => {
      const runs = fc.asyncProperty(
        fc.array(fc.array(mutation, {minLength: 1, maxLength: 4}), {maxLength: 12}),
        async (transactions) => {
          const store = openTestStore()
          let model = new Map<string, unknown>()
          const requests = transactions.map((mutations) => commit(store, mutations))
          for (const [index, outcome] of (await Promise.allSettled(requests)).entries()) {
            const next = predict(model, transactions[index] ?? [])
            expect(outcome.status).toBe(next ? 'fulfilled' : 'rejected')
            model = next ?? model
          }
          const stored = store.getDocuments('shop', ['a', 'b', 'c', 'd'])
          expect(new Map(stored.map((one) => [one._id, {n: one.n, to: targetOf(one)}]))).toEqual(
            new Map([...model].toSorted()),
          )
          await store.close()
        },
      )
      await fc.assert(runs, {seed, numRuns})
    },
    10_000 + 100 * numRuns,
  )

  function targetOf(stored: StoredDocument): unknown {
    return Object(stored.r)._ref
  }

  /** The model after a transaction, null when it must be refused. */
  function predict(
    model: ReadonlyMap<string, unknown>,
    mutations: readonly WireMutation[],
  ): Map<string, unknown> | null {
    const next = new Map(model)
    for (const one of mutations) {
      const [kind, argument] = Object.entries(one)[0] ?? ['', {}]
      const {_id, id: target, n, r, set} = Object(argument)
      const content = {n, to: Object(r)._ref}
      if (kind === 'create' && next.has(_id)) return null
      if (kind === 'patch' && !next.has(target)) return null
      if (kind === 'create' || kind === 'createOrReplace') next.set(_id, content)
      if (kind === 'createIfNotExists' && !next.has(_id)) next.set(_id, content)
      if (kind === 'patch') next.set(target, {...Object(next.get(target)), n: set.n})
      if (kind === 'delete') next.delete(target)
    }
    const dangles = [...next.values()].some(
      (one) => Object(one).to !== undefined && !next.has(Object(one).to),
    )
    return dangles ? null : next
  }
})
