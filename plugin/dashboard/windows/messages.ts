import * as v from 'valibot'

const text = v.pipe(v.string(), v.maxLength(300))

const latency = v.object({p50: v.number(), p95: v.number(), measured: v.number()})

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
])

export type WindowMessage = v.InferOutput<typeof message>

/** `undefined` for anything that no window of the shop says. */
export function parseMessage(value: unknown): WindowMessage | undefined {
  const result = v.safeParse(message, value)
  return result.success ? result.output : undefined
}
