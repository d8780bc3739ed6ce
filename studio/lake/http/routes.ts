import type {LakeContext} from './context.ts'
import {actionRoutes} from './endpoints/actions.ts'
import {assetRoutes} from './endpoints/assets.ts'
import {datasetRoutes} from './endpoints/datasets.ts'
import {documentRoutes} from './endpoints/documents.ts'
import {exportRoutes} from './endpoints/export.ts'
import {historyRoutes} from './endpoints/history.ts'
import {keyValueRoutes} from './endpoints/keyValue.ts'
import {listenRoutes} from './endpoints/listen.ts'
import {mutateRoutes} from './endpoints/mutate.ts'
import {projectRoutes} from './endpoints/projects.ts'
import {queryRoutes} from './endpoints/query.ts'
import {smallRoutes} from './endpoints/small.ts'
import {userRoutes} from './endpoints/users.ts'
import type {Route} from './router.ts'

/** Every endpoint this lake knows. */
export function createRoutes(context: LakeContext): Route[] {
  return [
    ...queryRoutes(context),
    ...documentRoutes(context),
    ...mutateRoutes(context),
    ...actionRoutes(context),
    ...listenRoutes(context),
    ...historyRoutes(context),
    ...exportRoutes(context),
    ...assetRoutes(context),
    ...userRoutes(context),
    ...keyValueRoutes(context),
    ...projectRoutes(context),
    ...datasetRoutes(context),
    ...smallRoutes(context),
  ]
}
