import {Observable} from 'rxjs'
import type {ConnectionEvent} from '../keepListening.ts'
import type {SyncSession} from './syncSession.ts'
import type {SyncSignal} from './syncSignal.ts'

/** Whether the link starts anew, so that events may have been missed. */
export function isStart(event: ConnectionEvent, {hasSnapshot}: SyncSession): boolean {
  return (
    event.type === 'welcome' ||
    event.type === 'reset' ||
    (event.type === 'welcomeback' && !hasSnapshot)
  )
}

/** Mutations go to the replica; everything else is a turn of the link, which others are told after its signal. */
export function receiveEvents(
  connection$: Observable<ConnectionEvent>,
  session: SyncSession,
): Observable<SyncSignal> {
  return new Observable((subscriber) =>
    connection$.subscribe({
      next: (event) => {
        subscriber.next(receiveEvent(event, session))
        if (event.type !== 'mutation') session.turns$.next(event)
      },
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete(),
    }),
  )
}

function receiveEvent(event: ConnectionEvent, session: SyncSession): SyncSignal {
  switch (event.type) {
    case 'mutation': {
      const steps = session.replica.receive(event, session.now())
      return session.told({type: 'event', steps})
    }
    case 'failed':
      return {type: 'unlinked', error: event.error}
    case 'reconnect':
      return {type: 'unlinked'}
    default:
      return {type: isStart(event, session) ? 'started' : 'linked'}
  }
}
