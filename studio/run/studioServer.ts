import {createServer} from 'node:http'
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import type {StudioSession} from '../browser/session.ts'
import {CommandError} from './errors.ts'
import {listenOnLoopback} from './loopback.ts'
import {securityHeaders} from './securityHeaders.ts'
import {answerStaticFile, readStaticFiles} from './staticFiles.ts'
import {toStudioPage} from './studioPage.ts'

/** What is served: the folder of the static Studio, and the lake that its pages reach. */
export interface ServedStudio {
  directory: string
  session: StudioSession
}

export interface StudioServer {
  /** `http://localhost:PORT/`, opens logged in. */
  url: string
  port: number
  /** Until then every request is answered with 503 and words. */
  serve: (studio: ServedStudio) => void
  close: () => Promise<void>
}

/**
 * Takes `port` (0: a free one) on 127.0.0.1 and ::1 for the static Studio.
 * @throws CommandError when the port is taken
 */
export async function openStudioServer(wantedPort: number): Promise<StudioServer> {
  let answer: RequestListener = (_request, response) => refuse(response, 503, notYet)
  const guard: RequestListener = (request, response) => {
    if (!isLoopbackName(request.headers.host)) return refuse(response, 421, 'Unknown host')
    if (!['GET', 'HEAD'].includes(request.method ?? '')) return refuse(response, 405, 'Only GET')
    return answer(request, response)
  }
  const {port, close} = await listenOnLoopback(() => createServer(guard), wantedPort, 'STUDIO_PORT')
  return {
    url: `http://localhost:${port}/`,
    port,
    close,
    serve: (studio) => {
      answer = createAnswer(studio)
    },
  }
}

const notYet = 'The shop is being filled. The terminal says when this page is ready: then reload.'

function createAnswer({directory, session}: ServedStudio): RequestListener {
  const files = readStaticFiles(directory)
  const pageOf = (path: string) => {
    const html = files.get(path)?.content.toString()
    if (html === undefined) {
      throw new CommandError(`${directory} holds no built Studio: ${path} is missing.`)
    }
    return html
  }
  const studio = pageOf('/index.html')
  const phone = pageOf('/mobile/index.html')
  const headers = Object.entries(securityHeaders(session.lakeUrl))
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    if (!isPagePath(request.url ?? '/')) {
      if (!answerStaticFile(files, request, response)) refuse(response, 404, 'Not found')
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'no-store')
    const page = isPhonePath(request.url ?? '/') ? phone : studio
    response.end(toStudioPage(page, mayHaveSession(request) ? session : null))
  }
}

/** `/mobile` is the page for phones, beside the Studio. */
function isPhonePath(url: string): boolean {
  return /^\/mobile(?:\/|$)/.test(new URL(url, 'http://localhost').pathname)
}

/** Every path that names no file is a route of the Studio, or of the phone page. */
function isPagePath(url: string): boolean {
  const {pathname} = new URL(url, 'http://localhost')
  if (/^(?:\/mobile)?\/static\//.test(pathname)) return false
  return (
    pathname.endsWith('/index.html') ||
    !/\.(?:js|css|json|map|svg|png|ico|webmanifest|woff2?|wasm|txt)$/.test(pathname)
  )
}

/** Only a page that the user opens gets the token; not a script's `fetch`, not a frame of another site. */
function mayHaveSession({headers}: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  const isTopLevel =
    headers['sec-fetch-dest'] === 'document' && headers['sec-fetch-mode'] === 'navigate'
  return isTopLevel && typeof site === 'string'
}

/** Any other name may have been rebound to this machine by a foreign DNS server. */
function isLoopbackName(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host ?? '')
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, {'content-type': 'text/plain; charset=utf-8'})
  response.end(`${words}\n`)
}
