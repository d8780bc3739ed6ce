import {uuid} from '@sanity/uuid'
import {ShopError} from '../domain/errors.ts'
import type {ShopMutation} from '../domain/mutation.ts'
import {permittedRoles} from './actorRoles.ts'
import {definedFields} from './catalogue.ts'
import type {CatalogueKind, CatalogueType} from './catalogue.ts'
import {documentId, parseCommand} from './commandSchemas.ts'
import {catalogueIds} from './catalogueIds.ts'
import {loadSnapshot} from './loadSnapshot.ts'
import type {OperationName} from './permissions.ts'
import {holdSku, releaseSku, requireFreeSku, skuIds} from './skus.ts'
import {parseStored} from './snapshot.ts'
import type {DocumentOf, Snapshot} from './snapshot.ts'
import {commit, untilDone} from './untilDone.ts'
import type {RunnerOptions} from './untilDone.ts'
import {planUpdate} from './updateCatalogue.ts'

/** Changes fields of one document of the catalogue and of its draft; `null` empties a field. */
export async function changeDocument<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  action: 'update' | 'archive',
  idInput: string,
  input: unknown,
  runner: RunnerOptions,
): Promise<DocumentOf<K>> {
  const operation: OperationName = `${kind.room}.${action}`
  const id = parseCommand(documentId, idInput)
  const fields = parseCommand(kind.change, definedFields(isObject(input) ? input : {}))
  const sku = typeof fields.sku === 'string' ? fields.sku : undefined
  const attempt = async (): Promise<DocumentOf<K>> => {
    const snapshot = await loadSnapshot(runner.port, (loaded) => [
      ...catalogueIds(kind.type, id),
      ...changedSkuIds(kind.type, id, sku, loaded),
    ])
    await permittedRoles(operation, snapshot, runner)
    const document = requireDocument(kind, id, snapshot)
    const moved = await moveSku(id, sku, snapshot, runner)
    const {mutations, changed} = planUpdate(kind.type, document, fields, snapshot)
    if (mutations.length === 0) return document
    const transaction = {transactionId: uuid(), mutations: [...mutations, ...moved]}
    await commit(transaction, runner, 'visible')
    const stamp = {_rev: transaction.transactionId, _updatedAt: runner.clock().toISOString()}
    return parseStored(kind.type, {...changed, _id: id, ...stamp})
  }
  return untilDone(operation, runner, {
    attempt,
    settle: (error) => {
      throw error
    },
  })
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function changedSkuIds(
  type: CatalogueType,
  id: string,
  sku: string | undefined,
  snapshot: Snapshot,
): string[] {
  if (type !== 'product' || sku === undefined) return []
  return [...skuIds(snapshot.find('product', id)?.sku, snapshot), ...skuIds(sku, snapshot)]
}

async function moveSku(
  id: string,
  sku: string | undefined,
  snapshot: Snapshot,
  runner: RunnerOptions,
): Promise<ShopMutation[]> {
  const before = sku === undefined ? undefined : snapshot.find('product', id)?.sku
  if (sku === undefined || before === undefined || before === sku) return []
  await requireFreeSku(runner.port, sku, id)
  return [...holdSku(sku, id, snapshot), ...releaseSku(before, id, snapshot)]
}

function requireDocument<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  id: string,
  snapshot: Snapshot,
): DocumentOf<K> {
  const document = snapshot.find(kind.type, id)
  if (document !== undefined) return document
  const words = snapshot.has(`drafts.${id}`)
    ? `The ${kind.type} is only a draft: publish it first.`
    : `There is no ${kind.type} ${id}: it may have been deleted.`
  throw new ShopError('not-found', `${words} Nothing was saved.`)
}
