import {badRequest} from './apiError.ts'

/** `$name=<json>` parts of an address by name, without the `$`. @throws ApiError 400 */
export function toQueryParams(query: URLSearchParams): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  for (const [name, text] of query) {
    if (name.startsWith('$')) params[name.slice(1)] = parseParam(name, text)
  }
  return params
}

function parseParam(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest(`Unable to parse value of "${name}": it is not JSON`)
  }
}
