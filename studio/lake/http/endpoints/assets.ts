import {createAsset, type AssetKind} from '../../assets/assetDocument.ts'
import {badRequest, notFound} from '../apiError.ts'
import {type LakeContext, param} from '../context.ts'
import {json, type Reply} from '../reply.ts'
import type {LakeRequest} from '../request.ts'
import type {Route} from '../router.ts'

const uploadLimit = 64_000_000

/** Uploads, and the files themselves under the addresses that their documents carry. */
export function assetRoutes(context: LakeContext): Route[] {
  const upload = (kind: AssetKind) => (request: LakeRequest) => answerUpload(context, kind, request)
  return [
    {method: 'POST', path: '/assets/images/:dataset', answer: upload('image')},
    {method: 'POST', path: '/assets/files/:dataset', answer: upload('file')},
    {method: 'GET', path: '/images/:project/:dataset/:file', answer: (r) => answerFile(context, r)},
    {
      method: 'GET',
      path: '/images/:project/:dataset/:file/:vanity',
      answer: (r) => answerFile(context, r),
    },
    {method: 'GET', path: '/files/:project/:dataset/:file', answer: (r) => answerFile(context, r)},
    {
      method: 'GET',
      path: '/files/:project/:dataset/:file/:vanity',
      answer: (r) => answerFile(context, r),
    },
  ]
}

async function answerUpload(
  context: LakeContext,
  kind: AssetKind,
  request: LakeRequest,
): Promise<Reply> {
  const access = context.access.writer(request.identity)
  const dataset = context.requireDataset(param(request, 'dataset')).name
  const bytes = await request.readBytes(uploadLimit)
  if (bytes.byteLength === 0) throw badRequest('The upload holds no bytes')
  const filename = request.query.get('filename') ?? undefined
  const contentType = request.header('content-type')
  const asset = createAsset(
    {kind, bytes, contentType, filename, extra: readExtra(request.query)},
    context.baseUrl(),
    context.project,
    dataset,
  )
  if (asset === null) throw badRequest('The image is no PNG, JPEG, GIF, WebP or SVG')
  // The document is refused first when it may not be made: then no bytes are kept either.
  const mutations = [{createIfNotExists: asset.document}]
  const commit = {
    mutations,
    author: access.author,
    guard: access.guard,
    earlyGuard: access.earlyGuard,
    readGuard: access.readGuard,
  }
  await context.store.commit(dataset, {...commit, dryRun: true})
  await context.assets.write(dataset, asset.fileName, bytes)
  await context.store.commit(dataset, commit)
  const {_id: id} = asset.document
  const [document] = context.store.getDocuments(dataset, [id])
  const isReadable = document !== undefined && access.allows('read', document)
  return json({document: isReadable ? document : asset.document})
}

function readExtra(query: URLSearchParams): Record<string, unknown> {
  const names = ['label', 'title', 'description', 'creditLine']
  const texts = names.flatMap((name) => {
    const text = query.get(name)
    return text === null ? [] : [[name, text] as const]
  })
  const [id, name, url] = ['sourceId', 'sourceName', 'sourceUrl'].map((key) => query.get(key))
  const source = id === null || id === undefined ? {} : {source: {id, name, url}}
  return {...Object.fromEntries(texts), ...source}
}

/** Types that a browser may show in place. Everything else is only ever downloaded. */
const shown: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['svg', 'image/svg+xml'],
  ['pdf', 'application/pdf'],
  ['txt', 'text/plain; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
])

/**
 * Serves a file to who knows its name, as the hosted lake's CDN does: an `<img>` sends no token. The
 * name holds the hash of the content. Resizing parameters are left aside: the original is sent.
 */
async function answerFile({assets, project}: LakeContext, request: LakeRequest): Promise<Reply> {
  const file = param(request, 'file')
  const isHere = param(request, 'project') === project
  const bytes = isHere ? await assets.read(param(request, 'dataset'), file) : null
  if (bytes === null) throw notFound('There is no such file in this lake')
  const extension = file.split('.').at(-1) ?? ''
  const type = shown.get(extension)
  const isDownload = request.query.has('dl') || type === undefined
  const headers = {
    'content-type': type ?? 'application/octet-stream',
    'content-length': bytes.byteLength,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'content-disposition': isDownload || extension === 'svg' ? 'attachment' : 'inline',
  }
  return {
    type: 'stream',
    open: (response) => {
      response.writeHead(200, headers)
      response.end(request.method === 'HEAD' ? undefined : bytes)
    },
  }
}
