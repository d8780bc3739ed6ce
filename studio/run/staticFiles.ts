import {readdirSync, readFileSync, statSync} from 'node:fs'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {extname, join, relative, sep} from 'node:path'

interface StaticFile {
  content: Buffer
  type: string
  etag: string
}

/** The files of a build by their path in a URL, such as `/static/app.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Reads a whole build (8 MB) into memory: a folder that goes while it is served then breaks no page. */
export function readStaticFiles(directory: string): StaticFiles {
  const entries = readdirSync(directory, {recursive: true, withFileTypes: true})
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`/${relative(directory, path).split(sep).join('/')}`, readFile(path)]),
  )
}

function readFile(path: string): StaticFile {
  const {mtimeMs, size} = statSync(path)
  return {
    content: readFileSync(path),
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: `W/"${size}-${Math.trunc(mtimeMs)}"`,
  }
}

/** Answers with the file that the request names; `false`, and nothing is sent, when there is none. */
export function answerStaticFile(
  files: StaticFiles,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const {pathname} = new URL(request.url ?? '/', 'http://localhost')
  const file = files.get(pathname)
  if (file === undefined) return false
  const isHashed = /^(?:\/mobile)?\/static\//.test(pathname)
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('etag', file.etag)
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end()
    return true
  }
  response.writeHead(200, {'content-type': file.type, 'content-length': file.content.byteLength})
  response.end(request.method === 'HEAD' ? undefined : file.content)
  return true
}
