/**
 * An error the lake answers with, in the hosted lake's shape:
 * `{error: {type, description, ...details}}` for data errors.
 */
export class LakeError extends Error {
  override readonly name = 'LakeError'
  readonly status: number
  readonly type: string
  readonly details: Record<string, unknown>

  constructor(
    status: number,
    type: string,
    description: string,
    details: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(description, options)
    this.status = status
    this.type = type
    this.details = details
  }
}

export type LakeStoreErrorCode =
  | 'locked'
  | 'corrupt'
  | 'newerVersion'
  | 'foreignFile'
  | 'unusableDirectory'
  | 'closed'

/** The store cannot be opened or used; the file on disk was left as it is. The message says what to do. */
export class LakeStoreError extends Error {
  override readonly name = 'LakeStoreError'
  readonly code: LakeStoreErrorCode

  constructor(code: LakeStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** One refused mutation inside a request, in the hosted lake's item shape. */
export interface MutationErrorItem {
  type: string
  description: string
  [detail: string]: unknown
}

/** A document has another revision than was named. @param current - null: not to be told, or there is no document */
export function revisionError(
  index: number,
  id: string,
  current: string | null,
  expected: unknown,
): LakeError {
  const found = current === null ? '' : ` ("${current}")`
  return mutationError(409, index, {
    type: 'documentRevisionIDDoesNotMatchError',
    description: `Document "${id}" has unexpected revision ID${found}, expected "${String(expected)}"`,
    id,
    currentRevisionID: current,
    expectedRevisionID: expected,
  })
}

/**
 * The error of a whole mutate request: `{error: {type: 'mutationError', description, items: [{error, index}]}}`.
 * @param status - 409 for conflicts with what is stored, 400 for malformed requests
 */
export function mutationError(status: number, index: number, item: MutationErrorItem): LakeError {
  return new LakeError(status, 'mutationError', `The mutation(s) failed: ${item.description}`, {
    items: [{error: item, index}],
  })
}

/** SQLite's result codes for a file that cannot be read: i/o error, damaged, cannot be opened, no database. */
const UNREADABLE = new Set([10, 11, 14, 26])

/** What an error of reading the database says outside; `undefined` for any other error. */
export function unreadableDiskError(cause: unknown): LakeError | undefined {
  if (!(cause instanceof Error) || !('errcode' in cause)) return undefined
  const code = typeof cause.errcode === 'number' ? cause.errcode & 0xff : 0
  return UNREADABLE.has(code) ? cannotRead(cause) : undefined
}

export function cannotRead(cause: unknown): LakeError {
  const message = 'The lake could not read from its disk, or its file is damaged. Try again.'
  return new LakeError(500, 'storageError', message, {}, {cause})
}
