import {useEffect} from 'react'
import type {Actor} from '../domain/documents.ts'
import {operationsOf} from './useSanityOperations.ts'
import type {LiveConnection} from './liveConnections.ts'
import {answerLatencyTests} from './windows/answerLatencyTests.ts'

/** Lets whoever tests the shop's windows know how long the way to this one takes. */
export function useLatencyAnswers(connection: LiveConnection | undefined, actor: Actor): void {
  useEffect(() => {
    if (connection === undefined) return undefined
    const answering = answerLatencyTests(connection.store, operationsOf(connection, actor))
    return () => answering.unsubscribe()
  }, [connection, actor])
}
