/** Why a command of `npm run` could not do its work; the message is all that the terminal shows. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Prints a `CommandError` as one line and any other error whole; the process then ends with code 1. */
export function reportFailure(error: unknown): void {
  console.error(error instanceof CommandError ? error.message : error)
  process.exitCode = 1
}

/** The `code` of a system error such as `EADDRINUSE`. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
