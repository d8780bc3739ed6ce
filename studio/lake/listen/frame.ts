/** Text on its way to listeners; made once, encoded once per transport, shared by all that get it. */
export interface Frame {
  text: string
  /** UTF-8, for SSE. */
  bytes: () => Buffer
  /** As a JSON string, for the socket. */
  json: () => string
}

export function createFrame(text: string): Frame {
  let bytes: Buffer | undefined
  let json: string | undefined
  return {
    text,
    bytes: () => (bytes ??= Buffer.from(text)),
    json: () => (json ??= JSON.stringify(text)),
  }
}

export function joinFrames(frames: readonly Frame[]): Frame {
  const [first, ...more] = frames
  return first !== undefined && more.length === 0
    ? first
    : createFrame(frames.map(({text}) => text).join(''))
}

/** A comment keeps proxies and readers from giving the connection up. */
export const heartbeatFrame = createFrame(':\n\n')

/** One server-sent event. `data` is JSON and so never holds a line end. */
export function createEventFrame(event: string, data: string, id?: string): Frame {
  const idLine = id === undefined ? '' : `id: ${id}\n`
  return createFrame(`event: ${event}\n${idLine}data: ${data}\n\n`)
}
