import {uuid} from '@sanity/uuid'
import {dequal} from 'dequal'
import {ShopError} from '../domain/errors.ts'
import {hashText, idFromKey, stockLevelId} from '../domain/ids.ts'
import {toSlug} from '../domain/slug.ts'
import type {CatalogueKind, CatalogueType} from './catalogue.ts'
import type {CatalogueOperations, Fields} from './commands.ts'
import {documentId, parseCommand} from './commandSchemas.ts'
import {referencingIds} from './failures.ts'
import {loadSnapshot} from './loadSnapshot.ts'
import {findReferrers, refuseReferenced} from './referrers.ts'
import {requireFreeSku} from './requireFreeSku.ts'
import {parseStored} from './snapshot.ts'
import type {DocumentOf, Snapshot} from './snapshot.ts'
import {commit, untilDone} from './untilDone.ts'
import type {RunnerOptions} from './untilDone.ts'
import {planUpdate} from './updateCatalogue.ts'

/**
 * Create, update, archive and delete for one type of the catalogue. Each is one transaction on the published document;
 * a draft of it is changed in the same transaction.
 */
export function createCatalogue<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  runner: RunnerOptions,
): CatalogueOperations<DocumentOf<K>> {
  const update = (id: string, fields: Fields<DocumentOf<K>>) =>
    updateDocument(kind, id, fields, runner)
  return {
    create: (fields, key) => createDocument(kind, fields, key, runner),
    update,
    archive: (id) => updateDocument(kind, id, {isActive: false}, runner),
    delete: (id) => deleteDocument(kind, id, runner),
  }
}

async function createDocument<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  input: unknown,
  key: string | undefined,
  runner: RunnerOptions,
): Promise<DocumentOf<K>> {
  const fields = parseCommand(kind.creation, input)
  const id = newId(kind.type, key)
  const attempt = async (): Promise<DocumentOf<K>> => {
    const snapshot = await loadSnapshot(runner.port, () => [id])
    const existing = snapshot.find(kind.type, id)
    if (existing !== undefined) return sameCreation(existing, fields)
    const sku = 'sku' in fields && typeof fields.sku === 'string' ? fields.sku : undefined
    if (sku !== undefined) await requireFreeSku(runner.port, sku, id)
    const slug = kind.hasSlug && fields.name ? {_type: 'slug', current: toSlug(fields.name)} : null
    const document = {_id: id, _type: kind.type, ...(slug ? {slug} : {}), ...defined(fields)}
    const now = runner.clock().toISOString()
    const transaction = {transactionId: uuid(), mutations: [{create: document}]}
    await commit(transaction, runner, 'visible')
    return parseStored(kind.type, {
      ...document,
      _rev: transaction.transactionId,
      _createdAt: now,
      _updatedAt: now,
    })
  }
  return untilDone(`${kind.type}.create`, runner, {attempt, settle: rethrow})
}

/** Ids of people are dotted, which keeps them private even in a public dataset. */
function newId(type: CatalogueType, key: string | undefined): string {
  if (type === 'user') return key === undefined ? `user.${uuid()}` : idFromKey('user', key)
  return key === undefined ? uuid() : hashText(`${type} ${key}`)
}

/**
 * The document that this key made before. Editors may have changed it since; as long as nobody has, other fields mean
 * that the key was used for something else.
 */
function sameCreation<T extends {_createdAt: string; _updatedAt: string}>(
  existing: T,
  fields: object,
): T {
  const isUntouched = existing._createdAt === existing._updatedAt
  const stored: Record<string, unknown> = {...existing}
  const isSame = Object.entries(defined(fields)).every(([name, value]) =>
    dequal(stored[name], value),
  )
  if (isSame || !isUntouched) return existing
  throw new ShopError(
    'key-reused',
    'This key was used to create something else. That was kept, nothing new was saved; open a new form.',
  )
}

function defined(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

async function updateDocument<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  idInput: string,
  input: unknown,
  runner: RunnerOptions,
): Promise<DocumentOf<K>> {
  const id = parseCommand(documentId, idInput)
  const fields = parseCommand(kind.change, defined(isObject(input) ? input : {}))
  const attempt = async (): Promise<DocumentOf<K>> => {
    const snapshot = await loadCatalogue(kind, id, runner)
    const document = requireDocument(kind, id, snapshot)
    if (typeof fields.sku === 'string') await requireFreeSku(runner.port, fields.sku, id)
    const {mutations, changed} = planUpdate(kind.type, document, fields, snapshot)
    if (mutations.length === 0) return document
    const transaction = {transactionId: uuid(), mutations}
    await commit(transaction, runner, 'visible')
    const stamp = {_rev: transaction.transactionId, _updatedAt: runner.clock().toISOString()}
    return parseStored(kind.type, {...changed, _id: id, ...stamp})
  }
  return untilDone(`${kind.type}.update`, runner, {attempt, settle: rethrow})
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function loadCatalogue<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  id: string,
  runner: RunnerOptions,
): Promise<Snapshot> {
  const level = kind.type === 'product' ? [stockLevelId(id)] : []
  return loadSnapshot(runner.port, () => [id, `drafts.${id}`, ...level])
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

async function deleteDocument<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  idInput: string,
  runner: RunnerOptions,
): Promise<void> {
  const id = parseCommand(documentId, idInput)
  let isSent = false
  const attempt = async (): Promise<void> => {
    const snapshot = await loadCatalogue(kind, id, runner)
    const ids = [id, `drafts.${id}`].filter((each) => snapshot.has(each))
    // An earlier attempt whose answer was lost has deleted it.
    if (isSent && ids.length === 0) return
    if (ids.length === 0) throw new ShopError('not-found', `There is no ${kind.type} ${id}.`)
    const level = snapshot.has(stockLevelId(id)) ? [stockLevelId(id)] : []
    refuseReferenced(kind.type, await findReferrers(runner.port, id, level))
    isSent = true
    const mutations = ids.map((each) => ({delete: {id: each}}))
    await commit({transactionId: uuid(), mutations}, runner, 'visible').catch(
      async (cause: unknown) => {
        const referring = referencingIds(cause)
        if (referring.length === 0) throw cause
        refuseReferenced(kind.type, await findReferrers(runner.port, id, referring))
      },
    )
  }
  return untilDone(`${kind.type}.delete`, runner, {attempt, settle: rethrow})
}

function rethrow(error: ShopError): never {
  throw error
}
