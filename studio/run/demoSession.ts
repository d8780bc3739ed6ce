import type {StudioSession} from '../browser/session.ts'
import {ShopError} from '../../plugin/domain/errors.ts'
import {beginFilling} from '../demo/marker.ts'
import type {DemoLake} from './demoLake.ts'
import {openDemoLake} from './demoLake.ts'
import {CommandError} from './errors.ts'
import {createLakeClient} from './lakeClient.ts'
import {createProgressLine} from './progressLine.ts'
import type {RunningLake} from './runningLake.ts'
import {readShopOptions} from './shopOptions.ts'
import type {StartOptions} from './startOptions.ts'
import {demoDataset} from './startOptions.ts'
import {nearbyPorts} from './studioPorts.ts'

/**
 * Starts the lake for the Studio on `studioPort`, fills the demo shop the first time, and tells what the Studio's pages
 * need to know.
 * @throws CommandError when the data is in use, the port taken, the dataset missing or the demo shop of another version
 */
export async function openDemoSession(
  options: StartOptions,
  studioPort: number,
  closing: (close: () => Promise<void>) => void,
): Promise<StudioSession> {
  const {dataDirectory, dataset, lakePort} = options
  const studioPorts = nearbyPorts(studioPort)
  const lake = await openDemoLake({dataDirectory, port: lakePort, studioPorts})
  closing(lake.close)
  if (dataset === demoDataset) await fillDemoDataset(lake, dataDirectory)
  else requireDataset(dataset, lake.datasetNames())
  return toSession(lake, dataset)
}

/**
 * The session of one more Studio on a lake that another `npm start` runs.
 * @throws CommandError when the dataset is missing
 */
export async function joinSession(lake: RunningLake, dataset: string): Promise<StudioSession> {
  const datasets = await createLakeClient(lake, dataset).datasets.list()
  requireDataset(
    dataset,
    datasets.map(({name}) => name),
  )
  return toSession(lake, dataset)
}

/** The first query makes a lake read the whole dataset: asked here, that is done while the browser loads the page. */
export async function readAhead({lakeUrl, token, dataset}: StudioSession): Promise<void> {
  const client = createLakeClient({url: lakeUrl, token}, dataset)
  await client.fetch('count(*[_type == "shopSettings"])', {}, {tag: 'start.read-ahead'})
}

async function toSession(lake: RunningLake, dataset: string): Promise<StudioSession> {
  const shop = await readShopOptions(createLakeClient(lake, dataset))
  return {lakeUrl: lake.url, projectId: 'local', dataset, token: lake.token, shop}
}

/** Does nothing when the demo shop is complete; takes up what was interrupted. */
async function fillDemoDataset(lake: DemoLake, dataDirectory: string): Promise<void> {
  if (!lake.hasDataset(demoDataset)) lake.createDataset(demoDataset)
  const client = createLakeClient(lake, demoDataset)
  const now = new Date()
  if ((await beginFilling(client, now)).complete) return
  // Later starts do without it: the catalogue and the operations take a second to load.
  const {fillDemoShop} = await import('../demo/fill.ts')
  const onProgress = createProgressLine('Filling the demo shop')
  try {
    await fillDemoShop({client, now, onProgress})
  } catch (error) {
    throw error instanceof ShopError ? unfilled(error, dataDirectory) : error
  }
}

/** Another version planned another history under the same keys: what it began, this one cannot go on with. */
function unfilled(error: ShopError, dataDirectory: string): CommandError {
  return new CommandError(
    `The demo shop could not be filled to its end: ${error.message} What is there stays. If another version began it, delete the folder ${dataDirectory} and start again.`,
    {cause: error},
  )
}

function requireDataset(dataset: string, names: readonly string[]): void {
  if (names.includes(dataset)) return
  throw new CommandError(
    `There is no dataset "${dataset}" in this lake (there is: ${names.join(', ') || 'none yet'}). npm run replay makes "retail"; npm start alone opens the demo shop.`,
  )
}
