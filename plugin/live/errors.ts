import {isRecord} from './wire.ts'

/** Why reading from the lake failed; `unauthorized` needs a login, everything else is tried again. */
export type LiveErrorCode = 'unauthorized' | 'refused' | 'unreachable' | 'silent'

/** `message` says what happened and what the shop does about it. */
export class LiveError extends Error {
  override readonly name = 'LiveError'
  readonly code: LiveErrorCode

  constructor(code: LiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The lake accepted the connection and then never said welcome. */
export function silentLakeError(waitedMs: number): LiveError {
  const seconds = Math.round(waitedMs / 1000)
  return new LiveError(
    'silent',
    `The lake did not answer the live connection within ${seconds} s. The shop connects anew by itself.`,
  )
}

export function endedStreamError(): LiveError {
  return new LiveError(
    'unreachable',
    'The live connection was closed. The shop connects anew by itself.',
  )
}

/** The lake answers, but with nothing that there is. */
export function unreadableError(): LiveError {
  return new LiveError(
    'unauthorized',
    'Your role may not read this shop. Ask an administrator for read access; the shop tries again by itself.',
  )
}

export function toLiveError(error: unknown): LiveError {
  if (error instanceof LiveError) return error
  const status = statusOf(error)
  const cause = {cause: error}
  if (status === 401 || status === 403) return new LiveError('unauthorized', refusal(status), cause)
  if (status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429) {
    const text = `The lake refused the request (${status}: ${wordsOf(error)}). The shop tries again by itself.`
    return new LiveError('refused', text, cause)
  }
  if (error instanceof Error && error.name === 'ChannelError') {
    const text = `The lake refused the live connection (${wordsOf(error)}). The shop tries again by itself.`
    return new LiveError('refused', text, cause)
  }
  const text = `The lake cannot be reached (${wordsOf(error)}). What is shown is kept; the shop tries again by itself.`
  return new LiveError('unreachable', text, cause)
}

function refusal(status: number): string {
  const need = status === 401 ? 'Log in again' : 'Ask an administrator for read access'
  return `The lake refused access (${status}). ${need}; the shop tries again by itself.`
}

function statusOf(error: unknown): number | undefined {
  if (!isRecord(error)) return undefined
  if (typeof error.statusCode === 'number') return error.statusCode
  if (typeof error.status === 'number') return error.status
  return isRecord(error.response) && typeof error.response.statusCode === 'number'
    ? error.response.statusCode
    : undefined
}

function wordsOf(error: unknown): string {
  return error instanceof Error && error.message !== ''
    ? error.message.slice(0, 200)
    : 'unknown error'
}
