import {createServer, request} from 'node:http'
import type {IncomingMessage, ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

/** What happens to the frames of a listen stream; probabilities 0–1, times in ms. */
export interface FrameFaults {
  random: () => number
  drop: number
  duplicate: number
  /** Up to this long, each frame on its own: order is lost. */
  delay: number
}

/** How late answers come. */
export interface AnswerLag {
  random: () => number
  /** Half of the answers come up to this much later, ms, as the lake was when it was asked. */
  upTo: number
}

export interface ListenProxy {
  /** In place of the lake's own. */
  url: string
  /** Listen streams open now. */
  listening: () => number
  /** Listen streams opened so far. */
  listened: () => number
  /** Requests so far for queries that contain the text. */
  queried: (text: string) => number
  /** Every query asked so far, oldest first. */
  asked: () => readonly string[]
  /** Holds none of the queries asked so far any more. */
  forgetQueries: () => void
  /** Tells the text of every answer to a query from now on. */
  readAnswers: (read: (text: string) => void) => void
  /** Events of the lake so far, damaged or lost ones included. */
  relayed: () => number
  /** Frames so far that no client has seen. */
  dropped: () => number
  setFaults: (faults: FrameFaults | undefined) => void
  /** Answers to anything but listen requests come late. */
  lagAnswers: (lag: AnswerLag | undefined) => void
  /** Every stream says that it cannot resume: events may be missing. */
  reset: () => void
  /** Queries are answered only once this is `false` again. */
  holdQueries: (isHeld: boolean) => void
  /** Requests for queries that the client gave up before they were answered. */
  abortedQueries: () => number
  /** Every new listen request is answered with this status, until `undefined`. */
  refuseListening: (status: number | undefined) => void
  /** Every new listen request is accepted and hears nothing, until `false`. */
  muteListening: (isMute: boolean) => void
  /** Requests that are no listen streams, these standing on, are answered with the status told, if any. */
  refuseRequests: (statusOf: (path: string) => number | undefined) => void
  /** Every listen stream breaks. */
  cut: () => void
  close: () => Promise<void>
}

/** Stands between a client and a lake; counts, and damages listen streams on demand. Requests pass untouched. */
export async function startListenProxy(lakeUrl: string): Promise<ListenProxy> {
  const target = new URL(lakeUrl)
  const streams = new Set<ServerResponse>()
  let faults: FrameFaults | undefined
  let listened = 0
  let dropped = 0
  let relayed = 0
  const queries: string[] = []
  let lag: AnswerLag | undefined
  let waiting: (() => void)[] | undefined
  let read: ((text: string) => void) | undefined
  let refusal: number | undefined
  let isMute = false
  let abortedQueries = 0
  let statusOf: (path: string) => number | undefined = () => undefined

  const relayFrames = (answer: IncomingMessage, response: ServerResponse) => {
    let rest = ''
    answer.setEncoding('utf8')
    answer.on('data', (chunk: string) => {
      const frames = (rest + chunk).split('\n\n')
      rest = frames.pop() ?? ''
      for (const frame of frames) {
        if (isMutation(frame)) relayed += 1
        if (!relayFrame(`${frame}\n\n`, response, faults)) dropped += 1
      }
    })
    answer.on('end', () => response.end())
    answer.on('error', () => response.destroy())
  }

  const server = createServer((incoming, response) => {
    const isListen = incoming.url?.includes('/data/listen/') === true
    if (isListen) listened += 1
    if (isListen && isMute) {
      response.writeHead(200, {'content-type': 'text/event-stream'}).flushHeaders()
      return
    }
    const isQuery = incoming.url?.includes('/data/query/') === true
    if (isQuery) {
      queries.push(queryOf(incoming.url ?? ''))
      response.on('close', () => {
        if (!response.writableFinished) abortedQueries += 1
      })
    }
    const status = isListen ? refusal : statusOf(incoming.url ?? '')
    if (status !== undefined) {
      response.writeHead(status, {'content-type': 'application/json'})
      response.end(JSON.stringify({statusCode: status, message: 'refused by the proxy'}))
      return
    }
    const outgoing = request(
      {
        host: target.hostname,
        port: target.port,
        method: incoming.method,
        path: incoming.url,
        headers: {...incoming.headers, host: target.host},
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        if (!isListen) {
          const pass = () =>
            setTimeout(() => {
              if (isQuery && read !== undefined) tellText(answer, read)
              answer.pipe(response)
            }, waitOf(lag))
          if (waiting !== undefined && isQuery) waiting.push(pass)
          else pass()
          return
        }
        streams.add(response)
        response.on('close', () => {
          streams.delete(response)
          outgoing.destroy()
        })
        response.flushHeaders()
        relayFrames(answer, response)
      },
    )
    outgoing.on('error', () => response.destroy())
    incoming.pipe(outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const {port} = addressOf(server.address())
  return {
    url: `http://localhost:${port}`,
    listening: () => streams.size,
    listened: () => listened,
    asked: () => queries,
    forgetQueries: () => {
      queries.length = 0
    },
    readAnswers: (next) => {
      read = next
    },
    queried: (text) => queries.filter((query) => query.includes(text)).length,
    relayed: () => relayed,
    dropped: () => dropped,
    setFaults: (next) => {
      faults = next
    },
    lagAnswers: (next) => {
      lag = next
    },
    reset: () => {
      for (const stream of streams) {
        stream.write('event: reset\ndata: {"listenerName": "proxy"}\n\n')
      }
    },
    holdQueries: (isHeld) => {
      const passes = waiting ?? []
      waiting = isHeld ? passes : undefined
      if (!isHeld) for (const pass of passes) pass()
    },
    abortedQueries: () => abortedQueries,
    refuseListening: (status) => {
      refusal = status
    },
    muteListening: (next) => {
      isMute = next
    },
    refuseRequests: (next) => {
      statusOf = next
    },
    cut: () => {
      for (const stream of streams) stream.destroy()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const isMutation = (frame: string) => frame.includes('event: mutation')

function tellText(answer: IncomingMessage, tell: (text: string) => void): void {
  const chunks: Buffer[] = []
  answer.on('data', (chunk: Buffer) => chunks.push(chunk))
  answer.on('end', () => tell(Buffer.concat(chunks).toString('utf8')))
}

const waitOf = (lag: AnswerLag | undefined): number =>
  lag !== undefined && lag.random() < 0.5 ? lag.random() * lag.upTo : 0

/** `false` for a frame that is lost. */
function relayFrame(
  frame: string,
  response: ServerResponse,
  faults: FrameFaults | undefined,
): boolean {
  // welcome, heartbeats and errors pass: only what is delivered at least once and unordered is damaged
  if (faults === undefined || !isMutation(frame)) {
    response.write(frame)
    return true
  }
  const {random} = faults
  if (random() < faults.drop) return false
  const copies = random() < faults.duplicate ? 2 : 1
  for (let copy = 0; copy < copies; copy++) {
    setTimeout(() => response.writable && response.write(frame), random() * faults.delay)
  }
  return true
}

function queryOf(path: string): string {
  return new URL(path, 'http://localhost').searchParams.get('query') ?? ''
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  return address
}
