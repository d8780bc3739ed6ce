import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import type {Browser} from 'playwright-core'
import {buildStudio} from '../../../studio/run/buildStudio.ts'
import {createLakeClient} from '../../../studio/run/lakeClient.ts'
import {openStudioServer} from '../../../studio/run/studioServer.ts'
import {openBrowser} from '../../rig/browser.ts'
import {startBenchLake} from '../benchLake.ts'
import {goLast} from '../goLast.ts'
import {largeShop} from './largeShop.ts'
import {seedDocuments} from './seed.ts'

export interface LargeShopRig {
  browser: Browser
  client: SanityClient
  /** Of the demo's Studio, and of one with nothing of the shop in it. */
  url: string
  bareUrl: string
  /** From here on pages go first: in a shop the lake and whoever writes have machines of their own. */
  letPagesGoFirst: () => void
  close: () => Promise<void>
}

/** 10,000 products and 20,000 bills in a lake, and the built Studios over it. */
export async function openLargeShop(): Promise<LargeShopRig> {
  const directory = await buildStudio(() => console.log('Building the Studio…'))
  const bareDirectory = await buildStudio(
    () => console.log('Building the Studio of the benchmark…'),
    join(import.meta.dirname, '..', 'studio'),
  )
  const server = await openStudioServer(0)
  const bareServer = await openStudioServer(0)
  const data = mkdtempSync(join(tmpdir(), 'bench-lake-'))
  const lake = await startBenchLake(data, [server.url, bareServer.url])
  const lakeUrl = `http://localhost:${lake.port}`
  const session = {
    lakeUrl,
    projectId: 'local',
    dataset: 'production',
    token: 'bench',
    shop: {currency: 'USD' as const},
  }
  server.serve({directory, session})
  bareServer.serve({directory: bareDirectory, session})
  const client = createLakeClient({url: lakeUrl, token: 'bench'}, 'production')
  const seeding = performance.now()
  const count = await seedDocuments(client, largeShop({products: 10_000, bills: 20_000, days: 90}))
  console.log(`${count} documents in ${((performance.now() - seeding) / 1_000).toFixed(1)} s`)
  // a lake reads its documents into memory with the first query, and what was written this moment would be read twice
  await client.fetch('count(*)')
  await new Promise((resolve) => setTimeout(resolve, 16_000))
  const browser = await openBrowser()
  return {
    browser,
    client,
    url: server.url,
    bareUrl: bareServer.url,
    letPagesGoFirst: () => goLast([lake.pid]),
    close: async () => {
      await browser.close()
      await server.close()
      await bareServer.close()
      await lake.close()
      rmSync(data, {recursive: true})
    },
  }
}
