import * as mutate from '@sanity/mutate'
import {applyPatches} from '@sanity/mutate/_unstable_apply'
import {Mutation} from '@sanity/mutator'
import * as fc from 'fast-check'
import {afterAll, describe, expect, it, vi} from 'vitest'
import {isArray, isObject, type JsonObject} from '../json.ts'
import {applyPatch} from './apply.ts'

/** A place in a document as `@sanity/mutate` writes it. */
type Path = (string | number | {_key: string})[]
interface Place {
  path: Path
  value: unknown
}

const seed = Number(process.env.FC_SEED ?? Date.now() % 1_000_000)
const runs = {seed, numRuns: process.env['TEST_SIZE'] === 'long' ? 40_000 : 400}
vi.setConfig({testTimeout: 10_000 + 20 * runs.numRuns})
console.info(`patch agreement: FC_SEED=${seed}`)
let compared = 0
afterAll(() => console.info(`patch agreement: ${compared} patches compared`))

const scalar = fc.oneof(fc.integer({min: -99, max: 99}), fc.string({maxLength: 8}), fc.boolean())
const name = fc.constantFrom('a', 'b', 'c', 'title')
const {value: json} = fc.letrec<{value: unknown; object: JsonObject; array: unknown[]}>((tie) => ({
  value: fc.oneof({maxDepth: 3}, scalar, tie('object'), tie('array')),
  object: fc.dictionary(name, tie('value'), {maxKeys: 3, noNullPrototype: true}),
  array: fc.oneof(
    fc.array(scalar, {maxLength: 4}),
    fc.array(tie('object'), {maxLength: 4}).map(withKeys),
  ),
}))
const document = fc
  .dictionary(name, json, {minKeys: 1, maxKeys: 4, noNullPrototype: true})
  .map((content) => ({...content, _id: 'doc', _type: 'test'}))

function withKeys(items: JsonObject[]): JsonObject[] {
  return items.map((item, index) => ({...item, _key: `k${index}`}))
}

/** Every place of a document below its root, except its own identity. */
function placesOf(value: unknown, path: Path = []): Place[] {
  const here = path.length > 0 ? [{path, value}] : []
  if (isArray(value)) {
    const steps = value.flatMap((item, index) => [
      ...placesOf(item, [...path, index]),
      ...(isObject(item) && typeof item._key === 'string'
        ? placesOf(item, [...path, {_key: item._key}])
        : []),
    ])
    return [...here, ...steps]
  }
  if (!isObject(value)) return here
  const names = Object.keys(value).filter((key) => !key.startsWith('_'))
  return [...here, ...names.flatMap((key) => placesOf(value[key], [...path, key]))]
}

function operationsAt(place: Place, value: unknown, items: unknown[]): mutate.NodePatch[] {
  const {path} = place
  const last = path.at(-1)
  const isAttribute = typeof last === 'string'
  return [
    mutate.at(path, mutate.set(value)),
    ...(isAttribute ? [mutate.at(path, mutate.setIfMissing(value))] : []),
    ...(isAttribute && path.length === 1 ? [mutate.at([`${last}New`], mutate.set(value))] : []),
    ...(path.length > 0 ? [mutate.at(path, mutate.unset())] : []),
    ...(typeof place.value === 'number'
      ? [mutate.at(path, mutate.inc(3)), mutate.at(path, mutate.dec(7))]
      : []),
    ...(isArray(place.value) ? insertsAt(path, place.value, items) : []),
  ]
}

function insertsAt(path: Path, array: unknown[], items: unknown[]): mutate.NodePatch[] {
  const keyed = array.flatMap((item) =>
    isObject(item) && typeof item._key === 'string' ? [{_key: item._key}] : [],
  )
  return [0, -1, ...keyed].flatMap((reference) => [
    mutate.at(path, mutate.insert(items, 'before', reference)),
    mutate.at(path, mutate.insert(items, 'after', reference)),
  ])
}

const step = fc.record({
  place: fc.nat(),
  operation: fc.nat(),
  value: json,
  items: fc.array(scalar, {minLength: 1, maxLength: 3}),
})

/** A run of patches, each made for the document as the ones before left it. */
function patchesFor(
  start: JsonObject,
  steps: {place: number; operation: number; value: unknown; items: unknown[]}[],
): mutate.NodePatch[] {
  let current: unknown = start
  return steps.flatMap((one) => {
    const places = placesOf(current)
    const place = places[one.place % places.length]
    if (!place) return []
    const operations = operationsAt(place, one.value, one.items)
    const patch = operations[one.operation % operations.length]
    if (!patch) return []
    current = applyPatches([patch], current)
    return [patch]
  })
}

function toWire(patches: mutate.NodePatch[]): JsonObject[] {
  return patches.flatMap((patch) => {
    const encoded: unknown = mutate.SanityEncoder.encodeMutation(mutate.patch('doc', [patch]))
    const first = isArray(encoded) ? encoded[0] : encoded
    return isObject(first) && isObject(first.patch) ? [first.patch] : []
  })
}

describe('patches agree with the clients that predict them', () => {
  it('@sanity/mutate and @sanity/mutator reach the same document', () => {
    fc.assert(
      fc.property(document, fc.array(step, {minLength: 1, maxLength: 6}), (start, steps) => {
        const patches = patchesFor(start, steps)
        const wire = toWire(patches)
        expect(wire).toHaveLength(patches.length)
        compared += patches.length
        const ours = wire.reduce<JsonObject>((current, patch) => applyPatch(current, patch), start)
        expect(ours).toEqual(applyPatches(patches, start))
        const mutations = wire.map((patch) => ({patch: {...patch, id: 'doc'}}))
        expect(ours).toEqual(new Mutation({mutations}).apply(structuredClone(start)))
      }),
      runs,
    )
  })

  it('never changes its input and shares nothing that a later patch could change', () => {
    fc.assert(
      fc.property(document, fc.array(step, {minLength: 1, maxLength: 4}), (start, steps) => {
        const frozen = deepFreeze(structuredClone(start))
        toWire(patchesFor(start, steps)).reduce<JsonObject>(
          (current, patch) => deepFreeze(applyPatch(current, patch)),
          frozen,
        )
        expect(frozen).toEqual(start)
      }),
      runs,
    )
  })

  it('any text as a path is either understood or refused as a path, quickly', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({unit: fc.constantFrom(...'a.[]*:@?=="\'0-1,!<> _')})),
        document,
        (path, start) => {
          try {
            applyPatch(start, {set: {[path]: 1}, unset: [path], inc: {[path]: 1}})
          } catch (error) {
            expect(error).toMatchObject({
              name: expect.stringMatching(/^(PathSyntaxError|PatchError)$/),
            })
          }
        },
      ),
      {...runs, numRuns: runs.numRuns * 5},
    )
  })
})

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) deepFreeze(child)
    Object.freeze(value)
  }
  return value
}
