import {type InferOutput, safeParse} from 'valibot'
import type {WebSocket} from 'ws'
import {splitVersion} from '../http/request.ts'
import {ApiError, notFound} from '../http/apiError.ts'
import {toErrorReply} from '../http/reply.ts'
import type {Identity} from '../access/types.ts'
import {eventStreamHeaders} from './sse.ts'
import type {Sink} from './sink.ts'
import type {StreamCall} from './openStream.ts'
import {clientMessage, type openMessage} from './socketProtocol.ts'

export interface ChannelPorts {
  open: (call: StreamCall) => Promise<(sink: Sink) => void>
  identify: (authorization: string | undefined) => Identity | null
  /** Most streams of one socket. */
  maxChannels: number
}

type OpenMessage = InferOutput<typeof openMessage>

/** Serves the streams of one socket until it closes. */
export function serveChannels(socket: WebSocket, ports: ChannelPorts): void {
  const channels = new Map<number, () => void>()
  socket.on('message', (raw) => {
    const message = safeParse(clientMessage, parse(String(raw)))
    if (!message.success) socket.close(1003, 'expected {"open": n, "url": …} or {"close": n}')
    else if ('close' in message.output) close(message.output.close)
    else open(message.output)
  })
  socket.on('close', () => {
    for (const onClose of channels.values()) onClose()
    channels.clear()
  })
  socket.on('error', () => socket.terminate())

  const send = (text: string) => {
    if (socket.readyState === socket.OPEN) socket.send(text)
  }
  const close = (channel: number) => {
    const onClose = channels.get(channel)
    channels.delete(channel)
    onClose?.()
  }

  const open = (message: OpenMessage) => {
    const channel = message.open
    if (channels.has(channel) || channels.size >= ports.maxChannels) {
      refuse(channel, new ApiError(429, 'Too Many Requests', 'This stream cannot be opened here'))
      return
    }
    const state = {isOpen: true, callbacks: new Array<() => void>()}
    channels.set(channel, () => {
      state.isOpen = false
      for (const callback of state.callbacks) callback()
    })
    startStream(message)
      .then((start) => state.isOpen && start(createSink(channel, state)))
      .catch((error: unknown) => {
        channels.delete(channel)
        if (state.isOpen) refuse(channel, error)
      })
  }

  const refuse = (channel: number, error: unknown) => {
    const {status, body} = toErrorReply(error)
    const headers = {'content-type': 'application/json; charset=utf-8'}
    send(JSON.stringify({head: channel, status, headers}))
    send(JSON.stringify({chunk: channel, text: JSON.stringify(body)}))
    send(JSON.stringify({end: channel}))
  }

  const startStream = async (message: OpenMessage) => ports.open(toCall(message, ports.identify))

  const createSink = (
    channel: number,
    state: {isOpen: boolean; callbacks: (() => void)[]},
  ): Sink => ({
    open: () => send(JSON.stringify({head: channel, status: 200, headers: eventStreamHeaders})),
    write: (frame) => {
      if (state.isOpen) send(`{"chunk":${channel},"text":${frame.json()}}`)
    },
    end: () => {
      if (state.isOpen) send(JSON.stringify({end: channel}))
      close(channel)
    },
    drop: () => socket.terminate(),
    pendingBytes: () => socket.bufferedAmount,
    onClose: (callback) => {
      state.callbacks.push(callback)
    },
  })
}

/** @throws ApiError 401 for a wrong token, 404 for anything but a listen address */
function toCall({url, headers}: OpenMessage, identify: ChannelPorts['identify']): StreamCall {
  const lowerCase = new Map(
    Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]),
  )
  const parsed = new URL(url, 'http://lake')
  const {apiVersion, path} = splitVersion(parsed.pathname)
  const dataset = /^\/data\/listen\/(?<dataset>[^/]+)$/.exec(path)?.groups?.dataset
  if (dataset === undefined) throw notFound('Only data/listen is carried over this socket')
  return {
    dataset,
    apiVersion,
    query: parsed.searchParams,
    identity: identify(lowerCase.get('authorization')),
    lastEventId: lowerCase.get('last-event-id'),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
