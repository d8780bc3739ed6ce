import type {IncomingMessage, OutgoingHttpHeaders, ServerResponse} from 'node:http'
import type {Readable} from 'node:stream'
import {LakeError, LakeStoreError, unreadableDiskError} from '../errors.ts'
import {ApiError} from './apiError.ts'

/** What an endpoint answers. */
export type Reply =
  | {type: 'json'; status: number; body: unknown; headers?: OutgoingHttpHeaders}
  /** JSON that is text already. */
  | {type: 'jsonText'; text: string}
  | {type: 'text'; status: number; body: Readable; headers: OutgoingHttpHeaders}
  | {type: 'stream'; open: (response: ServerResponse, request: IncomingMessage) => void}

export const json = (body: unknown, status = 200): Reply => ({type: 'json', status, body})

/** The hosted shape of an error. What is not meant for the outside becomes a bare 500. */
export function toErrorReply(cause: unknown): Extract<Reply, {type: 'json'}> {
  const error = unreadableDiskError(cause) ?? cause
  if (error instanceof LakeError) {
    const body = {error: {...error.details, type: error.type, description: error.message}}
    return {type: 'json', status: error.status, body}
  }
  if (error instanceof ApiError) return apiReply(error)
  if (error instanceof LakeStoreError && error.code === 'closed') {
    return apiReply(new ApiError(503, 'Service Unavailable', 'The lake is shutting down'))
  }
  return apiReply(
    new ApiError(
      500,
      'Internal Server Error',
      'The lake failed; its log says where. Nothing was written',
    ),
  )
}

/** Whether the log should name the error: it is the lake's fault, not the caller's. */
export const isUnexpected = (error: unknown) =>
  !(error instanceof LakeError || error instanceof ApiError) &&
  !(error instanceof LakeStoreError && error.code === 'closed')

function apiReply({status, title, message}: ApiError): Extract<Reply, {type: 'json'}> {
  return {type: 'json', status, body: {statusCode: status, error: title, message}}
}

/** Sends a reply. A text body that breaks midway breaks the connection, so that nobody takes it for whole. */
export function sendReply(
  reply: Reply,
  shared: OutgoingHttpHeaders,
  response: ServerResponse,
  request: IncomingMessage,
): void {
  if (reply.type === 'stream') {
    for (const [name, value] of Object.entries(shared)) {
      if (value !== undefined) response.setHeader(name, value)
    }
    reply.open(response, request)
    return
  }
  if (reply.type === 'text') {
    response.writeHead(reply.status, {...shared, ...reply.headers})
    reply.body.on('error', () => response.destroy())
    reply.body.pipe(response)
    response.on('close', () => reply.body.destroy())
    return
  }
  const isText = reply.type === 'jsonText'
  const body = isText ? reply.text : JSON.stringify(reply.body)
  response.writeHead(isText ? 200 : reply.status, {
    ...shared,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(isText ? {} : reply.headers),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
