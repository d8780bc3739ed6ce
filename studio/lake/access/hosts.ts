/** Answers whether a `Host` header names this lake. Anything else may be a rebound DNS name. */
export type HostCheck = (host: string | undefined) => boolean

/**
 * Loopback names, the project's host name that `@sanity/client` builds (`<project>.localhost`), and
 * `l<N>.localhost`, by which a browser gets six more connections.
 */
export function createHostCheck(project: string): HostCheck {
  const names = new Set([
    'localhost',
    '127.0.0.1',
    '[::1]',
    `${project}.localhost`,
    `${project}.api.localhost`,
  ])
  return (host) => {
    const match = /^(?<name>\[::1\]|[^:[\]]+)(?::\d{1,5})?$/.exec(host?.toLowerCase() ?? '')
    const name = match?.groups?.name
    if (name === undefined) return false
    return names.has(name) || /^l\d{1,4}\.localhost$/.test(name)
  }
}
