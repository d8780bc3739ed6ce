import {createHash} from 'node:crypto'
import {type ImageHeader, readImageHeader} from './imageSize.ts'

export type AssetKind = 'image' | 'file'

/** What came with an upload. */
export interface Upload {
  kind: AssetKind
  bytes: Buffer
  contentType: string | undefined
  filename: string | undefined
  /** `label`, `title`, `description`, `creditLine`, `source`. */
  extra: Readonly<Record<string, unknown>>
}

/** The document of an asset and the name of its file. */
export interface Asset {
  /** `<sha1>-<w>x<h>.<ext>` or `<sha1>.<ext>`. */
  fileName: string
  document: {_id: string; _type: string; [attribute: string]: unknown}
}

/** `null` for an image upload that is no PNG, JPEG, GIF, WebP or SVG. */
export function createAsset(
  upload: Upload,
  baseUrl: string,
  project: string,
  dataset: string,
): Asset | null {
  const sha1hash = createHash('sha1').update(upload.bytes).digest('hex')
  const facts = upload.kind === 'image' ? readImageFacts(upload) : readFileFacts(upload)
  if (facts === null) return null
  const {extension, mimeType, header} = facts
  const size = header === null ? '' : `-${header.width}x${header.height}`
  const fileName = `${sha1hash}${size}.${extension}`
  const path = `${upload.kind}s/${project}/${dataset}/${fileName}`
  const document = {
    ...upload.extra,
    _id: `${upload.kind}-${sha1hash}${size}-${extension}`,
    _type: upload.kind === 'image' ? 'sanity.imageAsset' : 'sanity.fileAsset',
    assetId: sha1hash,
    sha1hash,
    extension,
    mimeType,
    size: upload.bytes.byteLength,
    originalFilename: upload.filename,
    path,
    url: `${baseUrl}/${path}`,
    uploadId: sha1hash.slice(0, 32),
    metadata: header === null ? undefined : toMetadata(header),
  }
  return {fileName, document}
}

interface Facts {
  extension: string
  mimeType: string
  header: Pick<ImageHeader, 'width' | 'height' | 'hasAlpha'> | null
}

function readImageFacts({bytes}: Upload): Facts | null {
  const header = readImageHeader(bytes)
  if (header !== null) return {extension: header.extension, mimeType: header.mimeType, header}
  return readSvgFacts(bytes)
}

/** SVG is kept and shown as a picture; it is never served as a document that could run scripts. */
function readSvgFacts(bytes: Buffer): Facts | null {
  const start = bytes.subarray(0, 4_096).toString('utf8')
  const tag = /<svg\b(?<attributes>[^>]*)>/i.exec(start)?.groups?.attributes
  if (tag === undefined) return null
  const box =
    /viewBox\s*=\s*["'](?:[\d.+-]+[\s,]+){2}(?<width>[\d.]+)[\s,]+(?<height>[\d.]+)/i.exec(tag)
  const width = readLength(tag, 'width') ?? Number(box?.groups?.width ?? 300)
  const height = readLength(tag, 'height') ?? Number(box?.groups?.height ?? 150)
  const header = {
    width: Math.round(width) || 300,
    height: Math.round(height) || 150,
    hasAlpha: true,
  }
  return {extension: 'svg', mimeType: 'image/svg+xml', header}
}

function readLength(tag: string, name: string): number | null {
  const text = new RegExp(String.raw`\s${name}\s*=\s*["'](?<value>[\d.]+)(?:px)?["']`, 'i').exec(
    tag,
  )
  return text?.groups?.value === undefined ? null : Number(text.groups.value)
}

function readFileFacts({filename, contentType}: Upload): Facts {
  const extension = /\.(?<extension>[a-z0-9]{1,16})$/i.exec(filename ?? '')?.groups?.extension
  return {
    extension: (extension ?? extensionOf(contentType)).toLowerCase(),
    mimeType: contentType ?? 'application/octet-stream',
    header: null,
  }
}

const extensionOf = (contentType: string | undefined) =>
  /^[a-z]+\/(?<subtype>[a-z0-9]{1,16})(?:;|$)/i.exec(contentType ?? '')?.groups?.subtype ?? 'bin'

function toMetadata({width, height, hasAlpha}: Pick<ImageHeader, 'width' | 'height' | 'hasAlpha'>) {
  return {
    _type: 'sanity.imageMetadata',
    hasAlpha,
    isOpaque: !hasAlpha,
    dimensions: {
      _type: 'sanity.imageDimensions',
      width,
      height,
      aspectRatio: height === 0 ? 1 : width / height,
    },
  }
}
