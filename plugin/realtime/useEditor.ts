import {useEffect, useState} from 'react'
import {retry, timer} from 'rxjs'
import {fetchEditor} from '../live/history/fetchEditor.ts'
import {useRealtime} from './contexts.ts'

/** Who made a revision, by it; `undefined`: its history does not say. For as long as the page is open. */
export const knownEditors = new Map<string, string | undefined>()
const RETRIES = 2

/** Who made this revision of a document: an id, asked once of the history; `undefined` while unknown. */
export function useEditor(id: string, rev: string): string | undefined {
  const {client} = useRealtime().connection
  const [found, setFound] = useState<{rev: string; author: string | undefined}>()
  useEffect(() => {
    if (knownEditors.has(rev)) return undefined
    const subscription = fetchEditor(client, id, rev)
      .pipe(retry({count: RETRIES, delay: (_error, count) => timer(1_000 * count)}))
      .subscribe({
        next: (author) => {
          knownEditors.set(rev, author)
          setFound({rev, author})
        },
        // a history that cannot be read leaves the name out; the row itself is complete
        error: () => setFound({rev, author: undefined}),
      })
    return () => subscription.unsubscribe()
  }, [client, id, rev])
  return found?.rev === rev ? found.author : knownEditors.get(rev)
}
