import {array, maxLength, object, optional, parse, pipe, safeParse, string, unknown} from 'valibot'
import {badRequest} from '../apiError.ts'
import {type LakeContext, param, splitIds} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'

const pairs = array(
  object({key: pipe(string(), maxLength(1_000)), value: optional(unknown(), null)}),
)

/** A user's own settings, as the Studio keeps them: recent searches, list layouts and the like. */
export function keyValueRoutes({access, settings}: LakeContext): Route[] {
  const write = async (request: LakeRequest): Promise<Reply> => {
    const {id} = access.requireIdentity(request.identity)
    const body = await request.readJson()
    if (!safeParse(pairs, body).success) throw badRequest('Send a list of {key, value}')
    const entries = parse(pairs, body)
    for (const {key, value} of entries) settings.set(id, key, value)
    return json(entries)
  }
  const read = (request: LakeRequest): Reply => {
    const {id} = access.requireIdentity(request.identity)
    const keys = splitIds(param(request, 'keys'))
    const found = keys.map((key) => ({key, value: settings.get(id, key)}))
    return json(found.filter(({value}) => value !== undefined))
  }
  return [
    {method: 'GET', path: '/users/me/keyvalue/:keys', answer: read},
    {method: 'PUT', path: '/users/me/keyvalue', answer: write},
    {method: 'POST', path: '/users/me/keyvalue', answer: write},
  ]
}
