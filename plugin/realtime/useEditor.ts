import {useEffect, useState} from 'react'
import {retry, timer} from 'rxjs'
import {fetchEditor} from '../live/history/fetchEditor.ts'
import {useRealtime} from './contexts.ts'

const known = new Map<string, string | undefined>()
const RETRIES = 2

/** Who made this revision of a document: an id, asked once of the history; `undefined` while unknown. */
export function useEditor(id: string, rev: string): string | undefined {
  const {client} = useRealtime().connection
  const key = `${id} ${rev}`
  const [found, setFound] = useState<{key: string; author: string | undefined}>()
  useEffect(() => {
    if (known.has(key)) return undefined
    const subscription = fetchEditor(client, id, rev)
      .pipe(retry({count: RETRIES, delay: (_error, count) => timer(1_000 * count)}))
      .subscribe({
        next: (author) => {
          known.set(key, author)
          setFound({key, author})
        },
        // a history that cannot be read leaves the name out; the row itself is complete
        error: () => setFound({key, author: undefined}),
      })
    return () => subscription.unsubscribe()
  }, [client, id, rev, key])
  return found?.key === key ? found.author : known.get(key)
}
