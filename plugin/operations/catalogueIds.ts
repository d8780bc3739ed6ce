import {SETTINGS_ID, stockLevelId} from '../domain/ids.ts'
import type {CatalogueType} from './catalogue.ts'

/** What changing or deleting a document of the catalogue reads: itself, its draft, its stock, the settings. */
export function catalogueIds(type: CatalogueType, id: string): string[] {
  const level = type === 'product' ? [stockLevelId(id)] : []
  return [SETTINGS_ID, id, `drafts.${id}`, ...level]
}
