import {createClient} from '@sanity/client'
import type {SanityClient} from '@sanity/client'
import {nonEmpty, object, parse, pipe, string} from 'valibot'
import type {StudioSession} from '../browser/session.ts'

/** The token stays in memory, as in the Studio. */
export function createMobileClient(session: StudioSession): SanityClient {
  return createClient({
    projectId: session.projectId,
    dataset: session.dataset,
    apiHost: session.lakeUrl,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    token: session.token,
    ignoreBrowserTokenWarning: true,
    requestTagPrefix: 'shop.mobile',
  })
}

const user = object({id: pipe(string(), nonEmpty()), name: pipe(string(), nonEmpty())})

/** Who stands in the ledger for what is done on this page: the owner of the token. */
export async function fetchActor(client: SanityClient): Promise<{id: string; name: string}> {
  return parse(user, await client.request<unknown>({url: '/users/me', tag: 'current-user'}))
}
