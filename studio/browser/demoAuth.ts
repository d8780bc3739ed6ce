import {ClientError, createClient} from '@sanity/client'
import {defer, map, of, retry, shareReplay, throwError, timer} from 'rxjs'
import type {AuthStore, CurrentUser} from 'sanity'
import type {StudioSession} from './session.ts'

/**
 * Logs the Studio in as the owner of the session's token, whom the lake names.
 *
 * A store of our own, because only its client can set `useProjectHostname: false`: Safari does not resolve
 * `local.localhost`. The token stays in memory.
 */
export function demoAuth(session: StudioSession): AuthStore {
  const client = createClient({
    projectId: session.projectId,
    dataset: session.dataset,
    apiHost: session.lakeUrl,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    token: session.token,
    ignoreBrowserTokenWarning: true,
    requestTagPrefix: 'sanity.studio',
    allowReconfigure: false,
  })
  const currentUser = () =>
    client.request<CurrentUser>({url: '/users/me', tag: 'users.get-current'})
  return {
    state: defer(currentUser).pipe(
      retry({count: 30, delay: waitForLake}),
      map((user) => ({authenticated: true, currentUser: user, client})),
      shareReplay(1),
    ),
    token: of(session.token),
  }
}

/** A lake that does not answer may be starting again; one that refuses is not asked twice. */
function waitForLake(error: unknown) {
  return error instanceof ClientError ? throwError(() => error) : timer(1000)
}
