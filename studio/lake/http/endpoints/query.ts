import {custom, object, optional, safeParse, string} from 'valibot'
import {isObject, type JsonObject} from '../../mutations/json.ts'
import {answerIdLookup, type Perspective, type QueryRequest, toIdLookup} from '../../query/index.ts'
import {badRequest} from '../apiError.ts'
import {type LakeContext, param} from '../context.ts'
import {toQueryParams} from '../queryParams.ts'
import type {Reply} from '../reply.ts'
import {isVersionFrom, type LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'

/** Any name is one of a parameter: `record` would drop some. */
const params = custom<JsonObject>(isObject)
const postedQuery = object({query: string(), params: optional(params, {})})

/** From this API version on, queries without a perspective see what is published. */
const publishedSince = '2025-02-19'

/**
 * `data/query`, by GET or POST. Queries see every transaction that was acknowledged before: the query
 * threads read the same file.
 */
export function queryRoutes(context: LakeContext): Route[] {
  const answer = async (request: LakeRequest): Promise<Reply> => {
    const dataset = context.requireDataset(param(request, 'dataset'))
    const access = context.access.reader(request.identity, dataset)
    const {query, params} = await readQuery(request)
    const {json, ms} = await run(context, {
      dataset: dataset.name,
      query,
      params,
      perspective: readPerspective(request),
      readFilter: access.readFilter,
      identity: access.author,
    })
    const echo =
      request.query.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`
    return {type: 'jsonText', text: `{${echo}"result":${json},"ms":${Math.round(ms)}}`}
  }
  return [
    {method: 'GET', path: '/data/query/:dataset', answer},
    {method: 'POST', path: '/data/query/:dataset', answer},
  ]
}

/** One document by its id comes straight from the store, whatever the query threads are busy with. */
async function run({engine, store}: LakeContext, request: QueryRequest) {
  const {query, params, dataset, perspective, readFilter} = request
  const lookup = readFilter === null ? toIdLookup(query, params) : null
  if (lookup === null) return engine.queryText(request)
  const rawById = (id: string) => store.getDocuments(dataset, [id])[0] ?? null
  return {json: answerIdLookup(lookup, perspective, rawById), ms: 0}
}

async function readQuery(request: LakeRequest) {
  if (request.method !== 'POST') {
    const query = request.query.get('query')
    if (query === null) throw badRequest('The address has no query')
    return {query, params: toQueryParams(request.query)}
  }
  const body = safeParse(postedQuery, await request.readJson())
  if (!body.success) throw badRequest('Send {query, params}')
  return body.output
}

function readPerspective(request: LakeRequest): Perspective {
  const text = request.query.get('perspective')
  if (text === null || text === '') {
    return isVersionFrom(request.apiVersion, publishedSince) ? 'published' : 'raw'
  }
  if (text === 'raw' || text === 'published' || text === 'drafts') return text
  return text === 'previewDrafts' ? 'drafts' : text.split(',')
}
