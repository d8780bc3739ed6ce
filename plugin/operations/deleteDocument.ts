import {uuid} from '@sanity/uuid'
import {ShopError} from '../domain/errors.ts'
import {stockLevelId} from '../domain/ids.ts'
import {permittedRoles} from './actorRoles.ts'
import type {CatalogueKind, CatalogueType} from './catalogue.ts'
import {catalogueIds} from './catalogueIds.ts'
import {documentId, parseCommand} from './commandSchemas.ts'
import {referencingIds} from './failures.ts'
import {loadSnapshot} from './loadSnapshot.ts'
import type {OperationName} from './permissions.ts'
import {findReferrers, refuseReferenced} from './referrers.ts'
import {commit, untilDone} from './untilDone.ts'
import type {RunnerOptions} from './untilDone.ts'

/**
 * Deletes a document of the catalogue with its draft and the sku that is held for it.
 * @throws ReferencedError while something refers to it
 */
export async function deleteDocument<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  idInput: string,
  runner: RunnerOptions,
): Promise<void> {
  const operation: OperationName = `${kind.room}.delete`
  const id = parseCommand(documentId, idInput)
  let isSent = false
  const attempt = async (): Promise<void> => {
    const snapshot = await loadSnapshot(runner.port, () => catalogueIds(kind.type, id))
    await permittedRoles(operation, snapshot, runner)
    const ids = [id, `drafts.${id}`].filter((each) => snapshot.has(each))
    // An earlier attempt whose answer was lost has deleted it.
    if (isSent && ids.length === 0) return
    if (ids.length === 0) throw new ShopError('not-found', `There is no ${kind.type} ${id}.`)
    const level = snapshot.has(stockLevelId(id)) ? [stockLevelId(id)] : []
    const found = await findReferrers(runner.port, id, level)
    refuseReferenced(
      kind.type,
      found.filter(({type}) => type !== 'sku'),
    )
    isSent = true
    const holders = found.filter(({type}) => type === 'sku').map((holder) => holder.id)
    const mutations = [...ids, ...holders].map((each) => ({delete: {id: each}}))
    await commit({transactionId: uuid(), mutations}, runner, 'visible').catch(
      async (cause: unknown) => {
        const referring = referencingIds(cause)
        if (referring.length === 0) throw cause
        refuseReferenced(kind.type, await findReferrers(runner.port, id, referring))
      },
    )
  }
  return untilDone(operation, runner, {
    attempt,
    settle: (error) => {
      throw error
    },
  })
}
