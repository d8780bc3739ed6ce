import type {LakeContext} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {Route} from '../router.ts'

const fixed = (method: Route['method'], path: string, body: unknown): Route => ({
  method,
  path,
  answer: (): Reply => json(body),
})

const noJourney = (path: string): Route => ({
  method: 'GET',
  path,
  answer: (): Reply => ({type: 'stream', open: (response) => response.writeHead(204).end()}),
})

/** What the Studio would offer plans of Sanity for. Of `null` it makes "there is no such offer". */
const offers = [
  'asset-limit',
  'comments',
  'content-releases',
  'document-limit',
  'scheduled-drafts',
  'scheduled-publishing',
  'tasks',
]

/** Answers that are the same for everybody: what a local lake has nothing to say about. */
export function smallRoutes({requireDataset, access}: LakeContext): Route[] {
  return [
    fixed('GET', '/ping', {}),
    fixed('GET', '/check/cors', {result: {isAllowed: true, withCredentials: false}}),
    // Without `privateDataset` the CLI makes a public dataset where a private one is asked for.
    fixed('GET', '/features', ['contentReleases', 'privateDataset', 'singleDocRelease']),
    fixed('GET', '/aliases', []),
    fixed('GET', '/auth/providers', {providers: [], thirdPartyLogin: false}),
    fixed('GET', '/auth/id', {id: null}),
    fixed('POST', '/auth/logout', {}),
    fixed('GET', '/help', {resources: {title: 'Help', sectionArray: []}}),
    fixed('GET', '/intake/telemetry-status', {status: 'denied'}),
    fixed('POST', '/intake/batch', {}),
    fixed('POST', '/intake/trace', {}),
    fixed('GET', '/journey/announcements', []),
    ...offers.map((offer) => fixed('GET', `/journey/${offer}`, null)),
    noJourney('/journey/trial'),
    noJourney('/journey/trial/:id'),
    noJourney('/journey/unclaimed-project'),
    fixed('GET', '/access/requests/me', []),
    fixed('GET', '/media-libraries', {data: []}),
    {
      method: 'GET',
      path: '/data/ping/:dataset',
      answer: ({params}) => {
        requireDataset(params.dataset ?? '')
        return json({})
      },
    },
    {
      method: 'GET',
      path: '/data/references/:dataset/documents/:id/to',
      answer: ({params, identity}) => {
        access.reader(identity, requireDataset(params.dataset ?? ''))
        return json({totalCount: 0, references: []})
      },
    },
  ]
}
