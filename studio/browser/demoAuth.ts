import {ClientError, createClient} from '@sanity/client'
import {defer, map, merge, of, retry, shareReplay, Subject, throwError, timer} from 'rxjs'
import type {AuthState, AuthStore, CurrentUser} from 'sanity'
import {DemoLogin} from './DemoLogin.tsx'
import type {StudioSession} from './session.ts'

/**
 * Logs the Studio in as the owner of the session's token, whom the lake names.
 *
 * A store of our own, because only its client can set `useProjectHostname: false`: Safari does not resolve
 * `local.localhost`. The token stays in memory. Logging out lasts until the page is loaded again.
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
  const loggedOut$ = new Subject<AuthState>()
  return {
    state: merge(
      defer(currentUser).pipe(
        retry({count: 30, delay: waitForLake}),
        map((user): AuthState => ({authenticated: true, currentUser: user, client})),
      ),
      loggedOut$,
    ).pipe(shareReplay(1)),
    token: of(session.token),
    LoginComponent: DemoLogin,
    logout: async () => {
      const {token: _forgotten, ...anonymous} = client.config()
      loggedOut$.next({authenticated: false, currentUser: null, client: createClient(anonymous)})
    },
  }
}

/** A lake that does not answer may be starting again; one that refuses is not asked twice. */
function waitForLake(error: unknown) {
  return error instanceof ClientError ? throwError(() => error) : timer(1000)
}
