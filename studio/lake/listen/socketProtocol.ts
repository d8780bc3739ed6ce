import {integer, maxLength, number, object, optional, pipe, record, string, union} from 'valibot'

/**
 * Many streams over one WebSocket, which does not count against a browser's six connections.
 *
 * | direction | message |
 * |---|---|
 * | client → lake | `{"open": n, "url": "/vX/data/listen/<dataset>?…", "headers": {"authorization": …, "last-event-id": …}}` |
 * | client → lake | `{"close": n}` |
 * | lake → client | `{"head": n, "status": 200, "headers": {…}}` |
 * | lake → client | `{"chunk": n, "text": "event: welcome\n…"}` |
 * | lake → client | `{"end": n}` |
 *
 * `n` is the client's number for the stream. Head, chunks and end are what the HTTP answer would be.
 */
export const listenSocketPath = '/listen-socket'

const channel = pipe(number(), integer())

export const openMessage = object({
  open: channel,
  url: pipe(string(), maxLength(20_000)),
  headers: optional(record(string(), string()), {}),
})

export const closeMessage = object({close: channel})

export const clientMessage = union([openMessage, closeMessage])
