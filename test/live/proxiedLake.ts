import type {SanityClient} from '@sanity/client'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {startTestLake} from '../rig/lake.ts'
import type {TestLake} from '../rig/lake.ts'
import {startListenProxy} from './listenProxy.ts'
import type {ListenProxy} from './listenProxy.ts'

export interface ProxiedLake {
  lake: TestLake
  proxy: ListenProxy
  /** A client with all rights that goes through the proxy. */
  client: () => SanityClient
  close: () => Promise<void>
}

/** A lake of its own with a proxy before it; what goes to the lake itself is neither counted nor damaged. */
export async function startProxiedLake(): Promise<ProxiedLake> {
  const lake = await startTestLake()
  const proxy = await startListenProxy(lake.url)
  return {
    lake,
    proxy,
    client: () => createLakeClient({url: proxy.url, token: lake.token}, 'production'),
    close: async () => {
      await proxy.close()
      await lake.close()
    },
  }
}
