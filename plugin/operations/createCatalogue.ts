import type {CatalogueKind, CatalogueType} from './catalogue.ts'
import {changeDocument} from './changeDocument.ts'
import type {CatalogueOperations} from './commands.ts'
import {createDocument} from './createDocument.ts'
import {deleteDocument} from './deleteDocument.ts'
import type {DocumentOf} from './snapshot.ts'
import type {RunnerOptions} from './untilDone.ts'

/**
 * Create, update, archive and delete for one type of the catalogue. Each is one transaction on the published document;
 * a draft of it is changed in the same transaction.
 */
export function createCatalogue<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  runner: RunnerOptions,
): CatalogueOperations<DocumentOf<K>> {
  return {
    create: (fields, key) => createDocument(kind, fields, key, runner),
    update: (id, fields) => changeDocument(kind, 'update', id, fields, runner),
    archive: (id) => changeDocument(kind, 'archive', id, {isActive: false}, runner),
    delete: (id) => deleteDocument(kind, id, runner),
  }
}
