import {useEffect} from 'react'
import {uuid} from '@sanity/uuid'
import {fetchForgottenLatencyTests} from '../live/latencyTests.ts'
import {useRealtime} from './contexts.ts'
import {useSanityOperations} from './useSanityOperations.ts'

/** Deletes, once and for somebody who may, what windows have left that were closed in the middle of a test. */
export function useForgottenLatencyTests(mayEnd: boolean): void {
  const {client} = useRealtime().connection
  const {latencyTests} = useSanityOperations()
  useEffect(() => {
    if (!mayEnd) return
    const end = (test: string) => latencyTests.end({key: uuid(), test})
    // what cannot be deleted now is deleted by the next one who looks
    void fetchForgottenLatencyTests(client)
      .then((forgotten) => Promise.allSettled(forgotten.map(end)))
      .catch(() => undefined)
  }, [client, latencyTests, mayEnd])
}
