import {resolve} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {openDemoLake} from '../run/demoLake.ts'
import {createLakeClient} from '../run/lakeClient.ts'
import {nearbyPorts} from '../run/studioPorts.ts'
import {findRunningLake, type RunningLake} from '../run/runningLake.ts'

/** Where `npm start -- --dataset NAME` shows a Studio that joins our lake. */
const STUDIO_PORT = Number(process.env['STUDIO_PORT'] ?? 3333)

export interface LakeChoice {
  /** With `token`: the lake to use. Absent: the one that `npm start` runs, else one of our own over `LAKE_DATA`. */
  url?: string
  token?: string
  dataset: string
}

export interface ConnectedLake {
  client: SanityClient
  url: string
  /** Ends our own lake; leaves others alone. */
  close(): Promise<void>
}

/** @throws CommandError when another process works on the same data */
export async function connectLake(choice: LakeChoice): Promise<ConnectedLake> {
  const {lake, close} = await findLake(choice)
  return {client: createLakeClient(lake, choice.dataset), url: lake.url, close}
}

async function findLake({
  url,
  token = '',
}: LakeChoice): Promise<{lake: RunningLake; close: () => Promise<void>}> {
  if (url !== undefined) return {lake: {url, token}, close: async () => undefined}
  const dataDirectory = resolve(process.env['LAKE_DATA'] ?? '.lake')
  const running = findRunningLake(dataDirectory)
  if (running !== null) return {lake: running, close: async () => undefined}
  const own = await openDemoLake({dataDirectory, port: 0, studioPorts: nearbyPorts(STUDIO_PORT)})
  return {lake: own, close: own.close}
}

/** Makes the dataset unless it is there; one that is there keeps its documents. */
export async function ensureDataset(client: SanityClient): Promise<void> {
  const {dataset = ''} = client.config()
  try {
    await client.request({
      method: 'PUT',
      url: `/projects/local/datasets/${dataset}`,
      tag: 'shop.make-dataset',
    })
  } catch (error) {
    if (!isConflict(error)) throw error
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 409
}
