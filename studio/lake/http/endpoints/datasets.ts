import {object, optional, picklist, safeParse} from 'valibot'
import {ApiError, badRequest, notFound} from '../apiError.ts'
import {type LakeContext, param} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'

const options = object({aclMode: optional(picklist(['private', 'public']), 'private')})

/** Lists and makes datasets. A name once taken keeps its documents: making it again is 409. */
export function datasetRoutes({access, project, store}: LakeContext): Route[] {
  const requireProject = (request: LakeRequest) => {
    const asked = request.params.project
    if (asked !== undefined && asked !== project) {
      throw notFound(`This lake holds the project "${project}" only`)
    }
  }
  const list = (request: LakeRequest): Reply => {
    requireProject(request)
    access.requireIdentity(request.identity)
    return json(
      store
        .datasets()
        .map(({name, aclMode}) => ({name, aclMode, datasetProfile: 'content', tags: []})),
    )
  }
  const create = async (request: LakeRequest): Promise<Reply> => {
    requireProject(request)
    access.requireAdministrator(request.identity)
    const name = param(request, 'dataset')
    const hasBody = Number(request.header('content-length') ?? 0) > 0
    const body = safeParse(options, hasBody ? await request.readJson() : {})
    if (!body.success) throw badRequest('aclMode must be "private" or "public"')
    if (store.hasDataset(name)) {
      throw new ApiError(409, 'Conflict', `Dataset "${name}" already exists`)
    }
    store.createDataset(name, body.output.aclMode)
    return json({datasetName: name, aclMode: body.output.aclMode})
  }
  return [
    {method: 'GET', path: '/datasets', answer: list},
    {method: 'GET', path: '/projects/:project/datasets', answer: list},
    {method: 'PUT', path: '/datasets/:dataset', answer: create},
    {method: 'PUT', path: '/projects/:project/datasets/:dataset', answer: create},
  ]
}
