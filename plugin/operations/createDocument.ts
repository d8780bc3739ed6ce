import {uuid} from '@sanity/uuid'
import type {CommandRecord} from '../domain/documents.ts'
import type {ShopError} from '../domain/errors.ts'
import {SETTINGS_ID, hashText, idFromKey} from '../domain/ids.ts'
import type {NewDocument, ShopMutation} from '../domain/mutation.ts'
import {toSlug} from '../domain/slug.ts'
import {permittedRoles} from './actorRoles.ts'
import {definedFields} from './catalogue.ts'
import type {CatalogueKind, CatalogueType} from './catalogue.ts'
import {commandRecord, keyReused} from './commandRecord.ts'
import {parseCommand} from './commandSchemas.ts'
import type {Fields} from './commands.ts'
import {loadSnapshot} from './loadSnapshot.ts'
import type {OperationName} from './permissions.ts'
import {holdSku, requireFreeSku, skuIds} from './skus.ts'
import {parseStored} from './snapshot.ts'
import type {DocumentOf, Snapshot} from './snapshot.ts'
import {commit, untilDone} from './untilDone.ts'
import type {RunnerOptions} from './untilDone.ts'

/** One new document of the catalogue; the same key again returns it. */
export async function createDocument<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  input: unknown,
  key: string | undefined,
  runner: RunnerOptions,
): Promise<DocumentOf<K>> {
  const operation: OperationName = `${kind.room}.create`
  const fields = parseCommand(kind.creation, input)
  const record = key === undefined ? undefined : commandRecord(operation, key, fields)
  const id = newId(kind.type, key)
  const sku = 'sku' in fields && typeof fields.sku === 'string' ? fields.sku : undefined
  const attempt = async (): Promise<DocumentOf<K>> => {
    const snapshot = await loadSnapshot(runner.port, (loaded) => [
      id,
      SETTINGS_ID,
      ...skuIds(sku, loaded),
    ])
    await permittedRoles(operation, snapshot, runner)
    const existing = snapshot.find(kind.type, id)
    if (existing !== undefined) return sameCreation(existing, record)
    const held = await takeSku(sku, id, snapshot, runner)
    return store(kind, toDocument(kind, id, fields, record), held, runner)
  }
  return untilDone(operation, runner, {attempt, settle: rethrow})
}

/** Ids of people are dotted, which keeps them private even in a public dataset. */
function newId(type: CatalogueType, key: string | undefined): string {
  if (type === 'user') return key === undefined ? `user.${uuid()}` : idFromKey('user', key)
  return key === undefined ? uuid() : hashText(`${type} ${key}`)
}

/** The document that this key made before, however it has been edited since. */
function sameCreation<T extends {command?: CommandRecord}>(
  existing: T,
  record: CommandRecord | undefined,
): T {
  const made = existing.command
  if (made !== undefined && record !== undefined && made.hash !== record.hash) throw keyReused()
  return existing
}

async function takeSku(
  sku: string | undefined,
  id: string,
  snapshot: Snapshot,
  runner: RunnerOptions,
): Promise<ShopMutation[]> {
  if (sku === undefined) return []
  await requireFreeSku(runner.port, sku, id)
  return holdSku(sku, id, snapshot)
}

function toDocument<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  id: string,
  fields: Fields<DocumentOf<K>>,
  command: CommandRecord | undefined,
): NewDocument {
  const slug = kind.hasSlug && fields.name ? {_type: 'slug', current: toSlug(fields.name)} : null
  return {
    _id: id,
    _type: kind.type,
    ...(slug ? {slug} : {}),
    ...definedFields(fields),
    ...(command === undefined ? {} : {command}),
  }
}

async function store<K extends CatalogueType>(
  kind: CatalogueKind<K>,
  document: NewDocument,
  more: readonly ShopMutation[],
  runner: RunnerOptions,
): Promise<DocumentOf<K>> {
  const now = runner.clock().toISOString()
  const transaction = {transactionId: uuid(), mutations: [{create: document}, ...more]}
  await commit(transaction, runner, 'visible')
  const stamp = {_rev: transaction.transactionId, _createdAt: now, _updatedAt: now}
  return parseStored(kind.type, {...document, ...stamp})
}

function rethrow(error: ShopError): never {
  throw error
}
