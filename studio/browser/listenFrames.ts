import {number, object, optional, record, safeParse, string, union} from 'valibot'
import type {InferOutput} from 'valibot'

const headFrame = object({
  head: number(),
  status: number(),
  headers: optional(record(string(), string()), {}),
})
const chunkFrame = object({chunk: number(), text: string()})
const endFrame = object({end: number()})

/** What the lake sends over the listen socket; the number names the stream. */
export type ServerFrame =
  | InferOutput<typeof headFrame>
  | InferOutput<typeof chunkFrame>
  | InferOutput<typeof endFrame>

/** What the page sends. `url` is path and query of a `data/listen` request. */
export type ClientFrame =
  | {open: number; url: string; headers: Record<string, string>}
  | {close: number}

const serverFrame = union([headFrame, chunkFrame, endFrame])

/** @throws Error when the lake sent something that is no frame. */
export function parseServerFrame(text: unknown): ServerFrame {
  const frame = safeParse(serverFrame, typeof text === 'string' ? JSON.parse(text) : undefined)
  if (frame.success) return frame.output
  throw new Error('The listen socket received a frame that it does not know.')
}
