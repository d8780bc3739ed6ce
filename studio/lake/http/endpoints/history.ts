import {Readable} from 'node:stream'
import type {DocumentAccess} from '../../access/grants.ts'
import {toTransactionLine} from '../../history/transactionLine.ts'
import type {HistoryPoint, TransactionQuery} from '../../history/types.ts'
import type {CommittedTransaction, StoredDocument} from '../../types.ts'
import {badRequest} from '../apiError.ts'
import {type LakeContext, param, splitIds} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'

/** `data/history`: what was, as far as the grants of today allow to see it. */
export function historyRoutes(context: LakeContext): Route[] {
  const {history} = context.store
  const enter = (request: LakeRequest) => {
    context.access.requireIdentity(request.identity)
    const {name} = context.requireDataset(param(request, 'dataset'))
    return {name, access: context.access.writer(request.identity)}
  }
  const transactions = (request: LakeRequest): Reply => {
    const {name, access} = enter(request)
    const found = history.transactions(name, readTransactionQuery(request))
    return toLines(
      found.flatMap((one) => onlyVisible(one, access)),
      request,
    )
  }
  const documents = (request: LakeRequest): Reply => {
    const {name, access} = enter(request)
    const ids = splitIds(param(request, 'ids'))
    const found = history.documents(name, ids, readPoint(request.query))
    return json({documents: found.filter((document) => mayRemember(access, document))})
  }
  const events = (request: LakeRequest): Reply => {
    const {name, access} = enter(request)
    const id = param(request, 'id')
    const [last] = history.documents(name, [id], {lastRevision: true})
    if (last !== undefined && !mayRemember(access, last)) return json({events: {}, nextCursor: ''})
    const cursor = request.query.get('nextCursor')
    const page = history.events(name, id, {
      limit: readLimit(request.query, 100),
      ...(cursor === null || cursor === '' ? {} : {cursor}),
    })
    return json({events: {[id]: page.events}, nextCursor: page.nextCursor})
  }
  return [
    {method: 'GET', path: '/data/history/:dataset/transactions/:ids', answer: transactions},
    {method: 'GET', path: '/data/history/:dataset/documents/:ids', answer: documents},
    {method: 'GET', path: '/data/history/:dataset/events/documents/:id', answer: events},
  ]
}

const mayRemember = (access: DocumentAccess, document: StoredDocument) =>
  access.allows('history', document) && access.allows('read', document)

function onlyVisible(transaction: CommittedTransaction, access: DocumentAccess) {
  const changes = transaction.changes.filter(({before, after}) =>
    [before, after].every((document) => document === null || mayRemember(access, document)),
  )
  return changes.length === 0 ? [] : [{...transaction, changes}]
}

function toLines(transactions: readonly CommittedTransaction[], {query}: LakeRequest): Reply {
  const options = {
    excludeMutations:
      query.get('excludeMutations') === 'true' || query.get('excludeContent') === 'true',
    effects: query.get('effectFormat') === 'mendoza',
  }
  const lines = transactions.map((one) => `${JSON.stringify(toTransactionLine(one, options))}\n`)
  return {
    type: 'text',
    status: 200,
    headers: {'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store'},
    body: Readable.from(lines),
  }
}

function readTransactionQuery(request: LakeRequest): TransactionQuery {
  const {query} = request
  const text = (name: 'fromTransaction' | 'toTransaction' | 'fromTime' | 'toTime') => {
    const value = query.get(name)
    return value === null || value === '' ? {} : {[name]: value}
  }
  return {
    ids: splitIds(param(request, 'ids')),
    ...text('fromTransaction'),
    ...text('toTransaction'),
    ...text('fromTime'),
    ...text('toTime'),
    reverse: query.get('reverse') === 'true',
    limit: readLimit(query, 50),
    includeIdentifiedDocumentsOnly: query.get('includeIdentifiedDocumentsOnly') === 'true',
  }
}

/** The time of now counts when neither a revision nor a time is asked for. @throws ApiError 400 */
function readPoint(query: URLSearchParams): HistoryPoint {
  const revision = query.get('revision')
  if (revision !== null) return {revision}
  if (query.get('lastRevision') === 'true') return {lastRevision: true}
  const time = query.get('time') ?? new Date().toISOString()
  if (Number.isNaN(Date.parse(time))) throw badRequest('time must be an ISO date and time')
  return {time}
}

/** @throws ApiError 400 */
function readLimit(query: URLSearchParams, byDefault: number): number {
  const limit = Number(query.get('limit') ?? byDefault)
  if (!Number.isInteger(limit) || limit < 1) throw badRequest('limit must be a whole number from 1')
  return limit
}
