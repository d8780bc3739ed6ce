import {badRequest} from './apiError.ts'

/** `$name=<json>` parts of an address by name, without the `$`. @throws ApiError 400 */
export function toQueryParams(query: URLSearchParams): Record<string, unknown> {
  const given = [...query].filter(([name]) => name.startsWith('$'))
  // Not by assignment: a parameter `$__proto__` would become the prototype of the others.
  return Object.fromEntries(given.map(([name, text]) => [name.slice(1), parseParam(name, text)]))
}

function parseParam(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest(`Unable to parse value of "${name}": it is not JSON`)
  }
}
