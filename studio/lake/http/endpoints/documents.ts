import type {DocumentAccess} from '../../access/grants.ts'
import type {StoredDocument} from '../../types.ts'
import {type LakeContext, param, splitIds} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'

/** `data/doc`: documents by id, straight from the store. */
export function documentRoutes(context: LakeContext): Route[] {
  const answer = async (request: LakeRequest): Promise<Reply> => {
    const dataset = context.requireDataset(param(request, 'dataset'))
    const access = context.access.reader(request.identity, dataset)
    const asked = splitIds(param(request, 'ids'))
    const ids =
      request.query.get('includeAllVersions') === 'true'
        ? await findVersions(context, dataset.name, access, asked)
        : asked
    const found = context.store.getDocuments(dataset.name, ids)
    const withContent = request.query.get('excludeContent') !== 'true'
    return json(toBody(ids, found, access, withContent))
  }
  return [{method: 'GET', path: '/data/doc/:dataset/:ids', answer}]
}

function toBody(
  ids: readonly string[],
  found: readonly StoredDocument[],
  access: DocumentAccess,
  withContent: boolean,
) {
  const readable = found.filter((document) => access.allows('read', document))
  const readableIds = new Set(readable.map(({_id}) => _id))
  const foundIds = new Set(found.map(({_id}) => _id))
  const omitted = ids
    .filter((id) => !readableIds.has(id))
    .map((id) => ({id, reason: foundIds.has(id) ? 'permission' : 'existence'}))
  return {documents: withContent ? readable : [], omitted}
}

/** The ids of the published document, the draft and all versions of it. */
async function findVersions(
  {engine}: LakeContext,
  dataset: string,
  access: DocumentAccess,
  ids: readonly string[],
): Promise<string[]> {
  const {result} = await engine.query({
    dataset,
    query:
      '*[_id in $ids || _id in $drafts || (_id in path("versions.**") && string::split(_id, ".")[2] in $ids)]._id',
    params: {ids, drafts: ids.map((id) => `drafts.${id}`)},
    perspective: 'raw',
    readFilter: access.readFilter,
    identity: access.author,
  })
  return Array.isArray(result) ? result.filter((id) => typeof id === 'string') : []
}
