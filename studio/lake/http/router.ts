import type {LakeRequest} from './request.ts'
import type {Reply} from './reply.ts'

/** One line of the route table. Segments that begin with `:` are named parameters. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  answer: (request: LakeRequest) => Reply | Promise<Reply>
}

export interface RouteMatch {
  route: Route
  params: Readonly<Record<string, string>>
}

export type FindRoute = (method: string, path: string) => RouteMatch | null

interface Compiled {
  route: Route
  segments: readonly string[]
}

/** First match wins: put `/users/me` before `/users/:ids`. `HEAD` is answered as `GET`. */
export function createRouter(routes: readonly Route[]): FindRoute {
  const compiled = routes.map((route) => ({route, segments: toSegments(route.path)}))
  return (method, path) => {
    const segments = toSegments(path)
    const wanted = method === 'HEAD' ? 'GET' : method
    for (const candidate of compiled) {
      if (candidate.route.method !== wanted) continue
      const params = matchSegments(candidate, segments)
      if (params !== null) return {route: candidate.route, params}
    }
    return null
  }
}

const toSegments = (path: string) => path.split('/').filter((segment) => segment !== '')

function matchSegments(
  {segments: pattern}: Compiled,
  segments: readonly string[],
): Record<string, string> | null {
  if (pattern.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? ''
    if (expected.startsWith(':')) {
      const decoded = decodeSegment(actual)
      if (decoded === null) return null
      params[expected.slice(1)] = decoded
    } else if (expected !== actual) return null
  }
  return params
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
