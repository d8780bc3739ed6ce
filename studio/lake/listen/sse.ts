import type {IncomingMessage, ServerResponse} from 'node:http'
import type {Sink} from './sink.ts'

export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/** A stream as the answer to one HTTP request. */
export function createSseSink(response: ServerResponse, request: IncomingMessage): Sink {
  return {
    open() {
      request.socket.setNoDelay(true)
      // Without chunks the end of the connection is the end of the stream, and a frame is one write, not three.
      response.removeHeader('transfer-encoding')
      response.writeHead(200, eventStreamHeaders)
      response.flushHeaders()
    },
    write: (frame) => {
      if (!response.writableEnded) response.write(frame.bytes())
    },
    end: () => response.end(),
    drop: () => response.destroy(),
    pendingBytes: () => response.writableLength,
    onClose: (callback) => {
      response.once('close', callback)
    },
  }
}
