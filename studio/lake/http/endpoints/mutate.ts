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
      dryRun: isOn('dryRun'),
      autoGenerateArrayKeys: isOn('autoGenerateArrayKeys'),
      resolveQuery: createResolveQuery(context, dataset.name, access),
    })
    return json(
      toBody(committed, isOn('returnIds'), isOn('returnDocuments'), (ids) =>
        context.store.getDocuments(dataset.name, ids),
      ),
    )
  }
  return [{method: 'POST', path: '/data/mutate/:dataset', answer}]
}

function toBody(
  {transaction, results}: CommitResponse,
  returnIds: boolean,
  returnDocuments: boolean,
  getDocuments: (ids: readonly string[]) => StoredDocument[],
) {
  const {transactionId} = transaction
  if (returnDocuments) {
    const documents = toDocuments(transaction.changes, results, getDocuments)
    return {
      transactionId,
      results: results.map((result) => ({...result, document: documents.get(result.id)})),
    }
  }
  return {transactionId, results: returnIds ? results : results.map(({operation}) => ({operation}))}
}

/** The document after the transaction; of a deleted one, as it last was. */
function toDocuments(
  changes: CommitResponse['transaction']['changes'],
  results: readonly MutationResult[],
  getDocuments: (ids: readonly string[]) => StoredDocument[],
): Map<string, StoredDocument> {
  const documents = new Map<string, StoredDocument>()
  for (const {documentId, before, after} of changes) {
    const document = after ?? before
    if (document !== null) documents.set(documentId, document)
  }
  const untouched = results.map(({id}) => id).filter((id) => !documents.has(id))
  for (const document of getDocuments(untouched)) {
    const {_id: id} = document
    documents.set(id, document)
  }
  return documents
}
