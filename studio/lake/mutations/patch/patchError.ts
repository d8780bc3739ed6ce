/** The patch is malformed or its result cannot be stored; the message says where. */
export class PatchError extends Error {
  override readonly name = 'PatchError'
}
