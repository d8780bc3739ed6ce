import type {LiveError} from './errors.ts'
import {createEventRate} from './eventRate.ts'
import {clockWords} from './lakeClock.ts'
import type {LakeClock} from './lakeClock.ts'
import type {SyncSignal} from './sync/syncSignal.ts'
import type {LiveStatus, LiveStatusName, StatusTransition} from './types.ts'

interface LinkState {
  isOnline: boolean
  isLinked: boolean
  hasSnapshot: boolean
  /** Documents of an earlier visit are shown. */
  isSeeded: boolean
  isSyncing: boolean
  /** Why the link is down. */
  linkError: LiveError | undefined
  /** Why the last read failed. */
  readError: LiveError | undefined
}

const LATENCY_SAMPLES = 200

interface Sample {
  committed: string
  appeared: number
}

/** The state machine behind `LiveStatus`: `live` only with a welcomed link and a complete snapshot. */
export function createLiveStatus(clock: Pick<LakeClock, 'now' | 'offset' | 'correction'>) {
  const {now} = clock
  const iso = () => new Date(now()).toISOString()
  const rate = createEventRate(now)
  let state: LinkState = {
    isOnline: true,
    isLinked: false,
    hasSnapshot: false,
    isSeeded: false,
    isSyncing: false,
    linkError: undefined,
    readError: undefined,
  }
  const begun = iso()
  let status: LiveStatus = {
    name: 'connecting',
    since: begun,
    events: 0,
    eventsPerSecond: 0,
    resyncs: 0,
    repairs: 0,
    history: [{name: 'connecting', at: begun}],
  }
  // counted for every event: parsed and formatted when read
  const samples: Sample[] = []
  let events = 0
  let lastEvent: number | undefined
  let sampleAt = 0

  const move = (change: Partial<LinkState>, counted: Partial<LiveStatus> = {}) => {
    state = {...state, ...change}
    const name = nameOf(state)
    const reason = reasonOf(state) ?? clockWords(clock.offset())
    const {reason: _old, ...rest} = status
    const since = name === status.name ? status.since : iso()
    status = {
      ...rest,
      ...counted,
      name,
      since,
      history:
        name === status.name && reason === status.reason
          ? status.history
          : withTransition(status.history, {
              name,
              at: iso(),
              ...(reason === undefined ? {} : {reason}),
            }),
      ...(reason === undefined ? {} : {reason}),
    }
  }

  return {
    current: (): LiveStatus => ({
      ...status,
      events,
      eventsPerSecond: rate.perSecond(),
      ...(lastEvent === undefined ? {} : {lastEventAt: new Date(lastEvent).toISOString()}),
      ...latencyOf(samples, clock.correction()),
    }),
    setOnline: (isOnline: boolean): void => move({isOnline}),
    /** A pending write was taken back. */
    rejected(error: Error, documents: readonly string[]): void {
      status = {...status, rejection: {at: iso(), reason: error.message, documents}}
    },
    /** The device's clock was found wrong, or right again. */
    clockMoved: (): void => move({}),
    /** A commit (ISO UTC, server time) appeared here at `appeared`, ms; a clock that is behind counts as 0. */
    sample(committed: string, appeared: number): void {
      samples[sampleAt] = {committed, appeared}
      sampleAt = (sampleAt + 1) % LATENCY_SAMPLES
    },
    /** True when more than the counters changed. */
    receive(signal: SyncSignal): boolean {
      switch (signal.type) {
        case 'event':
          events += 1
          rate.add()
          lastEvent = now()
          return false
        case 'steps':
          if (signal.origin === 'repair')
            status = {...status, repairs: status.repairs + signal.moved}
          return signal.origin === 'repair'
        case 'seeded':
          move({isSeeded: true}, {asOf: new Date(signal.asOf).toISOString()})
          return true
        case 'unseeded': {
          const {asOf: _gone, ...rest} = status
          status = rest
          move({isSeeded: false})
          return true
        }
        case 'linked':
          move({isLinked: true, linkError: undefined})
          return true
        case 'started':
          // in one move, so that it never says live for a moment
          move({isSyncing: true, isLinked: true, linkError: undefined})
          return true
        case 'unlinked':
          move({isLinked: false, linkError: signal.error})
          return true
        case 'syncing':
          move({isSyncing: true})
          return true
        case 'synced':
          move(
            {isSyncing: false, hasSnapshot: true, readError: undefined},
            {
              asOf: new Date(signal.since + clock.offset()).toISOString(),
              resyncs: status.resyncs + (state.hasSnapshot ? 1 : 0),
            },
          )
          return true
        case 'verified':
          move({readError: undefined}, {asOf: iso()})
          return true
        case 'failed':
          move({readError: signal.error})
          return true
      }
    },
  }
}

const HISTORY_LENGTH = 100

function withTransition(
  history: readonly StatusTransition[],
  next: StatusTransition,
): readonly StatusTransition[] {
  return [...history, next].slice(-HISTORY_LENGTH)
}

function nameOf(state: LinkState): LiveStatusName {
  if (!state.isOnline) return 'offline'
  if (errorsOf(state).some((error) => error.code === 'unauthorized')) return 'unauthorized'
  if (!state.hasSnapshot) return state.isSeeded ? 'stale' : 'connecting'
  if (!state.isLinked) return 'reconnecting'
  if (state.readError !== undefined) return 'stale'
  return state.isSyncing ? 'resyncing' : 'live'
}

function reasonOf(state: LinkState): string | undefined {
  if (!state.isOnline) {
    return 'This device is offline. What is shown is kept; the shop reconnects by itself.'
  }
  const [error] = errorsOf(state)
  if (error !== undefined) return error.message
  return !state.hasSnapshot && state.isSeeded
    ? 'What this device kept is shown until the lake has answered.'
    : undefined
}

function errorsOf({linkError, readError}: LinkState): LiveError[] {
  return [linkError, readError].filter((error) => error !== undefined)
}

function latencyOf(samples: readonly Sample[], correction: number): Pick<LiveStatus, 'latency'> {
  if (samples.length === 0) return {}
  const sorted = samples
    .map(({committed, appeared}) => Math.max(0, appeared + correction - Date.parse(committed)))
    .toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {latency: {p50: at(0.5), p95: at(0.95), measured: sorted.length}}
}
