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
  ) {
    super(description)
    this.status = status
    this.type = type
    this.details = details
  }
}
