import {join} from 'node:path'
import {buildStudio} from '../../../studio/run/buildStudio.ts'
import {openStudioServer} from '../../../studio/run/studioServer.ts'
import {openBrowser} from '../../rig/browser.ts'
import {startTestLake} from '../../rig/lake.ts'
import {openStudioPage} from '../../rig/studio.ts'
import {makeFixture} from '../change/fixture.ts'
import {report, round, time} from '../results.ts'
import {followChanges} from './followChanges.ts'
import type {FollowCost} from './followChanges.ts'
import {seedDocuments} from './seed.ts'

/**
 * Commit → changed text in a window of a built Studio, with 5,000 products and 5,000 levels and commits 300 ms apart: a
 * bare stream that writes one text node, the live layer, `useListeningQuery` of sanity-plugin-utils; one after the other.
 */
const directory = await buildStudio(
  () => console.log('Building the Studio of the benchmark…'),
  join(import.meta.dirname, '..', 'studio'),
)
const server = await openStudioServer(0)
const lake = await startTestLake({origins: [server.url]})
server.serve({
  directory,
  session: {
    lakeUrl: lake.url,
    projectId: 'local',
    dataset: 'production',
    token: lake.token,
    shop: {},
  },
})
await seedDocuments(lake.client(), makeFixture(10_000).documents)
const browser = await openBrowser()
try {
  const bare = await measure('bare', 60)
  const live = await measure('live', 60)
  const hook = await measure('hook', 30)
  for (const share of ['p50', 'p95'] as const) {
    report({
      what: `commit → changed text, ${share} (bare stream: ${time(bare[share] * 1_000)})`,
      theirs: time(hook[share] * 1_000),
      ours: time(live[share] * 1_000),
      ratio: round(hook[share] / live[share]),
    })
  }
  report({
    what: `main thread of that window (bare stream: ${time(bare.mainThread * 1_000)})`,
    theirs: time(hook.mainThread * 1_000),
    ours: time(live.mainThread * 1_000),
    ratio: round(hook.mainThread / live.mainThread),
  })
} finally {
  await browser.close()
  await server.close()
  await lake.close()
}

async function measure(way: 'bare' | 'live' | 'hook', count: number): Promise<FollowCost> {
  const context = await browser.newContext()
  const {page} = await openStudioPage(context, server, `follow/${way}`)
  await page.getByTestId('name').getByText(/./).waitFor({timeout: 60_000})
  await followChanges(page, lake.client(), 5)
  // the first digest and the first writing of the cache come seconds after the start
  await page.waitForTimeout(12_000)
  const cost = await followChanges(page, lake.client(), count)
  await context.close()
  return cost
}
