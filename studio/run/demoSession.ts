import type {StudioSession} from '../browser/session.ts'
import {fillDemoShop} from '../demo/fill.ts'
import type {DemoLake} from './demoLake.ts'
import {openDemoLake} from './demoLake.ts'
import {CommandError} from './errors.ts'
import {createLakeClient} from './lakeClient.ts'
import {createProgressLine} from './progressLine.ts'
import {readShopOptions} from './shopOptions.ts'
import type {StartOptions} from './startOptions.ts'
import {demoDataset} from './startOptions.ts'

/**
 * Starts the lake for the Studio at `studioUrl`, fills the demo shop the first time, and tells what the Studio's pages
 * need to know.
 * @throws CommandError when the data is in use, the port taken or the dataset missing
 */
export async function openDemoSession(
  options: StartOptions,
  studioUrl: string,
  closing: (close: () => Promise<void>) => void,
): Promise<StudioSession> {
  const {dataDirectory, dataset} = options
  const lake = await openDemoLake({
    dataDirectory,
    port: options.lakePort,
    origins: origins(studioUrl),
  })
  closing(lake.close)
  requireDataset(lake, dataset)
  const client = createLakeClient(lake, dataset)
  if (dataset === demoDataset) {
    const onProgress = createProgressLine('Filling the demo shop')
    await fillDemoShop({client, now: new Date(), onProgress})
  }
  const shop = await readShopOptions(client)
  return {lakeUrl: lake.url, projectId: 'local', dataset, token: lake.token, shop}
}

/** A browser sends the name that the user typed. */
function origins(studioUrl: string): string[] {
  const {port} = new URL(studioUrl)
  return ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`)
}

function requireDataset(lake: DemoLake, dataset: string): void {
  if (lake.hasDataset(dataset)) return
  if (dataset === demoDataset) return lake.createDataset(dataset)
  const others = lake.datasetNames().join(', ') || 'none yet'
  throw new CommandError(
    `There is no dataset "${dataset}" in this lake (there is: ${others}). npm run replay makes "retail"; npm start alone opens the demo shop.`,
  )
}
