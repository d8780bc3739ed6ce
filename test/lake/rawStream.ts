import {cleanUp} from './lakeRig.ts'

export interface RawEvent {
  event: string
  id: string
  data: Record<string, unknown>
}

export interface RawStream {
  status: number
  /** The next event; fails when the stream ends, or when the event is not the one expected. */
  next: (expected?: string) => Promise<RawEvent>
  close: () => void
}

/** A server-sent stream without a client that reconnects. */
export async function openStream(url: string, headers: Record<string, string>): Promise<RawStream> {
  const abort = new AbortController()
  cleanUp(() => abort.abort())
  const response = await fetch(url, {headers, signal: abort.signal})
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const next = async (expected?: string): Promise<RawEvent> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        if (block.startsWith(':')) continue
        const event = parseBlock(block)
        if (expected !== undefined && event.event !== expected) {
          throw new Error(`Expected ${expected}, got ${event.event}`)
        }
        return event
      }
      const chunk = await reader?.read()
      if (chunk === undefined || chunk.done) throw new Error('The stream ended.')
      text += chunk.value
    }
  }
  return {status: response.status, next, close: () => abort.abort()}
}

function parseBlock(block: string): RawEvent {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    fields.set(line.slice(0, colon), line.slice(colon + 1).trimStart())
  }
  return {
    event: fields.get('event') ?? 'message',
    id: fields.get('id') ?? '',
    data: JSON.parse(fields.get('data') ?? '{}'),
  }
}
