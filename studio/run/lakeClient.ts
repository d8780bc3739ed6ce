import {createClient} from '@sanity/client'
import type {SanityClient} from '@sanity/client'
import type {RunningLake} from './runningLake.ts'

/** A client of the administrator for `dataset` of an embedded lake. */
export function createLakeClient(lake: RunningLake, dataset: string): SanityClient {
  return createClient({
    projectId: 'local',
    dataset,
    apiHost: lake.url,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    token: lake.token,
  })
}
