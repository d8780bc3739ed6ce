import type {SanityClient} from '@sanity/client'
import {finalize, identity, Observable, share, tap, timer} from 'rxjs'
import {hashText} from '../domain/ids.ts'
import {hasIdleTime} from './idle.ts'
import {inSlices} from './inSlices.ts'
import type {Slicing} from './inSlices.ts'
import {keepListening} from './keepListening.ts'
import type {ConnectionEvent, KeepListeningOptions} from './keepListening.ts'
import type {LivePort} from './port.ts'
import type {WireEvent} from './wire.ts'

/** How long a listener without subscribers stays open: a remount does not reconnect. */
const LINGER_MS = 1_000

export interface ShareListenerOptions extends KeepListeningOptions {
  linger?: number
  /** Many events at once come in slices. */
  slicing?: Slicing | undefined
}

/**
 * One connection for all subscribers. A late subscriber first sees the state of the link: `welcome` when it stands,
 * else the last failure.
 */
export function shareListener(
  open: () => Observable<WireEvent>,
  options: ShareListenerOptions = {},
): Observable<ConnectionEvent> {
  let link: ConnectionEvent | undefined
  const shared = keepListening(open, options).pipe(
    options.slicing === undefined ? identity : inSlices(options.slicing),
    tap((event) => {
      if (event.type !== 'mutation') link = event
    }),
    finalize(() => {
      link = undefined
    }),
    share({resetOnRefCountZero: () => timer(options.linger ?? LINGER_MS, options.scheduler)}),
  )
  return new Observable<ConnectionEvent>((subscriber) => {
    // the state of the link comes before the events, and none is lost in between
    if (link !== undefined) subscriber.next(asWelcome(link))
    return shared.subscribe(subscriber)
  })
}

function asWelcome(event: ConnectionEvent): ConnectionEvent {
  return event.type === 'welcomeback' || event.type === 'reset' ? {type: 'welcome'} : event
}

const listeners = new Map<string, Observable<ConnectionEvent>>()

type ListenPort = Pick<LivePort, 'listen' | 'listenToOthers'>

/** The tab's one listener for this project, dataset, host, identity and set of types. */
export function sharedListenerOf(
  client: SanityClient,
  port: ListenPort,
  types: readonly string[],
  options: KeepListeningOptions = {},
): Observable<ConnectionEvent> {
  return registered(`${clientKey(client)}|${types.join(',')}`, () =>
    shareListener(() => port.listen(types), inBrowser(options)),
  )
}

/** The tab's one listener for all documents of other types than `types`. */
export function sharedOtherListenerOf(
  client: SanityClient,
  port: ListenPort,
  types: readonly string[],
  options: KeepListeningOptions = {},
): Observable<ConnectionEvent> {
  return registered(`${clientKey(client)}|not ${types.join(',')}`, () =>
    shareListener(() => port.listenToOthers(types), inBrowser(options)),
  )
}

// without a page nobody waits, and a virtual clock must not wait for a real one
const inBrowser = (options: KeepListeningOptions): ShareListenerOptions => ({
  ...options,
  slicing: hasIdleTime() ? {} : undefined,
})

function registered(
  key: string,
  create: () => Observable<ConnectionEvent>,
): Observable<ConnectionEvent> {
  const known = listeners.get(key)
  if (known !== undefined) return known
  const listener = create()
  listeners.set(key, listener)
  return listener
}

/** Clients with the same key see the same data. Holds no secret: a token only as its hash. */
export function clientKey(client: SanityClient): string {
  const {projectId, dataset, apiHost, token, withCredentials} = client.config()
  const identity = token === undefined ? `cookie:${withCredentials === true}` : hashText(token)
  return [apiHost, projectId, dataset, identity].join('|')
}
