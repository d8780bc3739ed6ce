import * as v from 'valibot'
import type {ShopSnapshot} from '../../live/types.ts'
import {stockLevelId} from '../../domain/ids.ts'

const text = v.pipe(v.string(), v.maxLength(300))

/** What a test operation changes: how another window knows that it has arrived. */
const change = v.variant('what', [
  v.object({what: v.literal('brand'), name: text}),
  v.object({what: v.literal('bill'), id: text}),
  v.object({what: v.literal('stock'), product: text, after: v.number()}),
])

const latency = v.object({p50: v.number(), p95: v.number()})

const message = v.variant('type', [
  v.object({type: v.literal('ask'), shop: text}),
  v.object({
    type: v.literal('here'),
    shop: text,
    window: text,
    place: text,
    status: text,
    latency: v.optional(latency),
  }),
  v.object({type: v.literal('watch'), shop: text, test: text, change}),
  v.object({type: v.literal('seen'), shop: text, test: text, window: text, at: v.number()}),
])

export type TestChange = v.InferOutput<typeof change>
export type WindowMessage = v.InferOutput<typeof message>

/** `undefined` for anything that no window of the shop says. */
export function parseMessage(value: unknown): WindowMessage | undefined {
  const result = v.safeParse(message, value)
  return result.success ? result.output : undefined
}

/** Whether the change has come back through the listener: an optimistic value does not count. */
export function hasArrived(snapshot: ShopSnapshot, wanted: TestChange): boolean {
  const {brands, bills, stockLevels, pending} = snapshot
  switch (wanted.what) {
    case 'brand':
      return [...brands.values()].some(({_id, name}) => name === wanted.name && !pending.has(_id))
    case 'bill':
      return bills.has(wanted.id) && !pending.has(wanted.id)
    case 'stock': {
      const id = stockLevelId(wanted.product)
      return (stockLevels.get(id)?.sequence ?? 0) > wanted.after && !pending.has(id)
    }
  }
}
