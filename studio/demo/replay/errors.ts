/** The files or arguments cannot be used; nothing was sold. The message is one line for the person who typed. */
export class ReplayInputError extends Error {
  override readonly name = 'ReplayInputError'
}
