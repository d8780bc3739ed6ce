/** The path is no JSONMatch expression, or one that nobody should ask for. */
export class PathSyntaxError extends Error {
  override readonly name = 'PathSyntaxError'
}
