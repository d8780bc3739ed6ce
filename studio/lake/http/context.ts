import type {Access} from '../access/access.ts'
import type {QueryEngine} from '../query/index.ts'
import type {LakeStore} from '../store/types.ts'
import type {Dataset} from '../types.ts'
import type {AssetFiles} from '../assets/assetFiles.ts'
import type {ListenHub} from '../listen/hub.ts'
import {notFound} from './apiError.ts'
import type {LakeRequest} from './request.ts'
import type {SettingsStore} from './settings.ts'

/** @throws ApiError 404 */
export type RequireDataset = (name: string) => Dataset

/** What endpoints work with. */
export interface LakeContext {
  project: string
  store: LakeStore
  engine: QueryEngine
  access: Access
  hub: ListenHub
  assets: AssetFiles
  settings: SettingsStore
  requireDataset: RequireDataset
  /** `http://localhost:P`, known once the lake listens. */
  baseUrl: () => string
  /** Milliseconds that answers and frames are sent later. */
  latency: number
}

export function createRequireDataset(store: LakeStore): RequireDataset {
  return (name) => {
    const dataset = store.datasets().find((each) => each.name === name)
    if (dataset === undefined)
      throw notFound(`Dataset not found: there is no "${name}" in this lake`)
    return dataset
  }
}

/** A named segment of the route. @throws ApiError 404 when the route has none of that name */
export function param(request: LakeRequest, name: string): string {
  const value = request.params[name]
  if (value === undefined) throw notFound(`The address has no ${name}`)
  return value
}

/** Ids separated by commas, each once, in order. */
export const splitIds = (text: string): string[] => [
  ...new Set(text.split(',').filter((id) => id !== '')),
]

/** The `_id` of a query's result, `null` when it is no document. */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('_id' in value)) return null
  const {_id: id} = value
  return typeof id === 'string' ? id : null
}
