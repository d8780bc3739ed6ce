import {array, object, optional, record, safeParse, string, unknown} from 'valibot'
import type {CommitResponse, MutationResult, StoredDocument} from '../../types.ts'
import {badRequest} from '../apiError.ts'
import {type LakeContext, param} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'
import {transactionId} from './actions.ts'
import {createResolveQuery} from './resolveQuery.ts'

const request = object({
  mutations: array(record(string(), unknown())),
  transactionId: optional(transactionId),
})

/** `data/mutate`: all mutations of a request or none. `visibility` makes no difference: all is visible at once. */
export function mutateRoutes(context: LakeContext): Route[] {
  const answer = async (incoming: LakeRequest): Promise<Reply> => {
    const access = context.access.writer(incoming.identity)
    const dataset = context.requireDataset(param(incoming, 'dataset'))
    const body = safeParse(request, await incoming.readJson())
    if (!body.success) throw badRequest('Send {mutations: […], transactionId?}')
    const id = body.output.transactionId ?? incoming.query.get('transactionId') ?? undefined
    const isOn = (name: string) => incoming.query.get(name) === 'true'
    const committed = await context.store.commit(dataset.name, {
      mutations: body.output.mutations,
      ...(id === undefined ? {} : {transactionId: id}),
      author: access.author,
      guard: access.guard,
      earlyGuard: access.earlyGuard,
      readGuard: access.readGuard,
      dryRun: isOn('dryRun'),
      autoGenerateArrayKeys: isOn('autoGenerateArrayKeys'),
      resolveQuery: createResolveQuery(context, dataset.name, access),
    })
    return json(
      toBody(committed, isOn('returnIds'), isOn('returnDocuments'), {
        get: (ids) => context.store.getDocuments(dataset.name, ids),
        mayRead: (document) => access.allows('read', document),
      }),
    )
  }
  return [{method: 'POST', path: '/data/mutate/:dataset', answer}]
}

function toBody(
  {transaction, results}: CommitResponse,
  returnIds: boolean,
  returnDocuments: boolean,
  documentsOf: Documents,
) {
  const {transactionId} = transaction
  if (returnDocuments) {
    const documents = toDocuments(transaction.changes, results, documentsOf)
    return {
      transactionId,
      results: results.map((result) => ({...result, document: documents.get(result.id)})),
    }
  }
  return {transactionId, results: returnIds ? results : results.map(({operation}) => ({operation}))}
}

interface Documents {
  get: (ids: readonly string[]) => StoredDocument[]
  mayRead: (document: StoredDocument) => boolean
}

/** The document after the transaction; of a deleted one, as it last was; none that the author may not read. */
function toDocuments(
  changes: CommitResponse['transaction']['changes'],
  results: readonly MutationResult[],
  {get, mayRead}: Documents,
): Map<string, StoredDocument> {
  const touched = changes.flatMap(({before, after}) => after ?? before ?? [])
  const ids = new Set(changes.map(({documentId}) => documentId))
  const untouched = results.map(({id}) => id).filter((id) => !ids.has(id))
  const readable = [...touched, ...get(untouched)].filter(mayRead)
  return new Map(readable.map((document) => [document._id, document]))
}
