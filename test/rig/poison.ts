import * as fc from 'fast-check'

interface Stored {
  _id: string
  _type: string
  _rev: string
  [attribute: string]: unknown
}

/** What Vision, an import or a script may leave where the shop expects something else. */
const nothings = [null, '', '12', Number.NaN, 1e300, -0, 1.5, true, [], {}, [null]]
const reference = {_type: 'reference'}
const polluting: unknown = JSON.parse(
  '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "_ref": 5}',
)

function nest(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? {value} : [value]
  return value
}

const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...nothings, reference, {...reference, _ref: 'gone'}, polluting),
  fc.constant('x'.repeat(1_048_576)),
  fc.constant(nest(20)),
  fc.constant(nest(2_000)),
  fc.jsonValue({maxDepth: 3}),
)

/** How one document is spoiled: the place is chosen by `steps` along its own attributes. */
export const poison = fc.record({
  steps: fc.array(fc.nat(), {minLength: 1, maxLength: 4}),
  value: fc.option(values, {nil: undefined, freq: 6}),
})

export type Poison = typeof poison extends fc.Arbitrary<infer T> ? T : never

/** What the lake itself keeps in order. */
const KEPT: readonly string[] = ['_id', '_type', '_rev', '_createdAt', '_updatedAt']

/** The document with one value replaced, or taken away, somewhere in it; its id and type stay. */
export function spoil<T extends Stored>(document: T, {steps, value}: Poison): Stored {
  const {_id, _type, _rev} = document
  return {...toRecord(replaceAt(document, steps, value)), _id, _type, _rev}
}

function replaceAt(container: unknown, steps: readonly number[], value: unknown): unknown {
  const [step = 0, ...rest] = steps
  if (typeof container !== 'object' || container === null) return value
  const names = Object.keys(container).filter((name) => !KEPT.includes(name))
  const name = names[step % names.length]
  if (name === undefined) return value
  const inner: unknown = Reflect.get(container, name)
  const replaced = rest.length === 0 ? value : replaceAt(inner, rest, value)
  if (Array.isArray(container))
    return container.map((one, at) => (at === Number(name) ? replaced : one))
  const copy: Record<string, unknown> = {...container}
  if (replaced === undefined) delete copy[name]
  else copy[name] = replaced
  return copy
}

const toRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? {...value} : {}
