import type {IncomingMessage} from 'node:http'
import type {Identity} from '../access/types.ts'
import {ApiError, badRequest} from './apiError.ts'

/** 4 MB, as the hosted lake takes. */
export const mutationBodyLimit = 4_000_000

/** A request after Host, Origin and token were checked. */
export interface LakeRequest {
  method: string
  /** Without the version, decoded per segment in `params` only. */
  path: string
  /** `1`, `2021-03-25`, `X`. */
  apiVersion: string
  query: URLSearchParams
  /** Named segments of the route, decoded. */
  params: Readonly<Record<string, string>>
  identity: Identity | null
  /** Lower-case names. */
  header: (name: string) => string | undefined
  /** The JSON body. @throws ApiError 400, 413 or 415 */
  readJson: () => Promise<unknown>
  /** @throws ApiError 413 */
  readBytes: (limit: number) => Promise<Buffer>
}

/** `/v2021-03-25/data/…` → version and the rest. A path without a version counts as `1`. */
export function splitVersion(path: string): {apiVersion: string; path: string} {
  const match = /^\/v(?<version>1|X|\d{4}-\d{2}-\d{2})(?<rest>\/.*)$/.exec(path)
  const version = match?.groups?.version
  const rest = match?.groups?.rest
  if (version === undefined || rest === undefined) return {apiVersion: '1', path}
  return {apiVersion: version, path: rest}
}

/** Whether `apiVersion` is `date` (ISO day) or later; `X` is later than any date. */
export const isVersionFrom = (apiVersion: string, date: string) =>
  apiVersion === 'X' || (apiVersion !== '1' && apiVersion >= date)

export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > limit) {
        request.pause()
        reject(tooLarge(limit))
      } else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
    request.once('close', () => reject(badRequest('The body ended early')))
  })
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiError(415, 'Unsupported Media Type', 'Send the body as application/json')
  }
  const text = (await readBytes(request, mutationBodyLimit)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('The body is not valid JSON')
  }
}

const tooLarge = (limit: number) =>
  new ApiError(413, 'Payload Too Large', `The body is larger than ${limit} bytes`)
