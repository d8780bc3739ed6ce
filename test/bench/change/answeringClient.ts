import type {SanityClient} from '@sanity/client'
import type {Observable} from 'rxjs'

/** What stands in for the network: everything else of the client is the real one. */
export interface Answers {
  /** The answer to a query, or `undefined` for queries that the lake shall answer. */
  fetch: (query: string, params: Record<string, unknown>) => Observable<unknown> | undefined
  /** The events of a listener, or `undefined` for listeners that the lake shall serve. */
  listen: (query: string) => Observable<unknown> | undefined
}

/** The client, with some of its queries and listeners answered in memory, from the texts that the lake would send. */
export function answeringClient(client: SanityClient, answers: Answers): SanityClient {
  return withOverrides(client, {
    withConfig: (config: Parameters<SanityClient['withConfig']>[0]) =>
      answeringClient(client.withConfig(config), answers),
    clone: () => answeringClient(client.clone(), answers),
    listen: (query: string, params: Record<string, unknown>, options: {tag?: string}) =>
      answers.listen(query) ?? client.listen(query, params, options),
    observable: withOverrides(client.observable, {
      fetch: (query: string, params: Record<string, unknown> = {}, options = {}) =>
        answers.fetch(query, params) ?? client.observable.fetch(query, params, options),
    }),
  })
}

function withOverrides<T extends object>(target: T, overrides: Record<string, unknown>): T {
  return new Proxy(target, {
    get(_target, key) {
      if (typeof key === 'string' && Object.hasOwn(overrides, key)) return overrides[key]
      const value: unknown = Reflect.get(target, key, target)
      // methods read private fields, which a proxy has none of
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
