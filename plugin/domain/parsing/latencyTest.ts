import * as v from 'valibot'
import type {GenericSchema} from 'valibot'
import type {LatencyTest} from '../documents.ts'
import {actor, command, integer, stored, text, time} from './parts.ts'

export const testChangeSchema = v.variant('what', [
  v.object({what: v.literal('nothing')}),
  v.object({what: v.literal('brand'), name: text}),
  v.object({what: v.literal('bill'), id: text}),
  v.object({what: v.literal('stock'), product: text, after: integer}),
])

const answer = v.object({
  _key: text,
  device: text,
  place: text,
  by: actor,
  isHidden: v.boolean(),
  ms: integer,
  uncertainty: integer,
  latency: v.optional(v.object({p50: integer, p95: integer, measured: integer})),
  command,
})

export const latencyTestSchema: GenericSchema<unknown, LatencyTest> = v.looseObject({
  ...stored,
  _type: v.literal('latencyTest'),
  change: testChangeSchema,
  by: actor,
  at: time,
  answers: v.array(answer),
  command,
})
