import {createSseSink} from '../../listen/sse.ts'
import {openStream} from '../../listen/openStream.ts'
import {type LakeContext, param} from '../context.ts'
import type {Route} from '../router.ts'

/** `data/listen`: server-sent events. */
export function listenRoutes(context: LakeContext): Route[] {
  return [
    {
      method: 'GET',
      path: '/data/listen/:dataset',
      answer: async (request) => {
        const open = await openStream(context, {
          dataset: param(request, 'dataset'),
          query: request.query,
          apiVersion: request.apiVersion,
          identity: request.identity,
          lastEventId: request.header('last-event-id'),
        })
        return {
          type: 'stream',
          open: (response, incoming) => open(createSseSink(response, incoming)),
        }
      },
    },
  ]
}
