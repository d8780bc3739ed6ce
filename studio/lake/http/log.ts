/** The lake's log: one line an entry, no bodies, no queries, no tokens. */
export interface Log {
  unknownEndpoint: (method: string, path: string) => void
  failed: (method: string, path: string, error: unknown) => void
}

/** @param write - receives one line without its line end */
export function createLog(write: (line: string) => void): Log {
  return {
    unknownEndpoint: (method, path) =>
      write(`lake: UNKNOWN ENDPOINT ${method} ${path.slice(0, 200)} was answered 404`),
    failed: (method, path, error) =>
      write(`lake: FAILED ${method} ${path.slice(0, 200)}: ${describe(error)}`),
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown'
  const frame = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${error.name}: ${error.message.slice(0, 300).replaceAll('\n', ' ')}${frame === undefined ? '' : ` (${frame.trim()})`}`
}
