import type {SanityClient} from '@sanity/client'
import {useEffect, useMemo, useState} from 'react'
import {from, map, mergeMap, of, toArray} from 'rxjs'
import type {Observable} from 'rxjs'
import type {ActivityItem} from '../domain/activity.ts'
import {compareText} from '../domain/alerts.ts'
import type {LiveError} from '../live/errors.ts'
import {toLiveError} from '../live/errors.ts'
import {fetchEditor} from '../live/history/fetchEditor.ts'
import {EDITORS_AT_ONCE, fetchEditors} from '../live/history/fetchEditors.ts'
import {useRealtime} from './contexts.ts'
import {knownEditors} from './useEditor.ts'

type Edit = Extract<ActivityItem, {kind: 'catalogue'}>

export interface Edits {
  /** Those of the person that is asked for, newest first; all when nobody is asked for. */
  items: readonly Edit[]
  /** Whoever made one of those looked at. */
  editors: readonly string[]
  /** Who made what is older is not asked yet; absent when everything was looked at, or nobody is asked for. */
  horizon: string | undefined
  loading: boolean
  error: LiveError | undefined
  /** Looks at the next ones. */
  lookFurther: () => void
}

/**
 * Edits by person. No document says who edited it, its history does: it is asked for fifty documents at once, the newest
 * first. `asked` is whatever the question is about; a new one begins again.
 */
export function useEdits(
  items: readonly ActivityItem[],
  person: string | undefined,
  asked: object,
): Edits {
  const [looking, setLooking] = useState({asked, count: EDITORS_AT_ONCE})
  const count = looking.asked === asked ? looking.count : EDITORS_AT_ONCE
  const edits = useMemo(
    () =>
      items.filter((item) => item.kind === 'catalogue').toSorted((a, b) => compareText(b.at, a.at)),
    [items],
  )
  const looked = useMemo(() => edits.slice(0, count), [edits, count])
  const {loading, error, answers} = useKnownEditors(looked)
  return useMemo(() => {
    const editorOf = ({document}: Edit) => knownEditors.get(document._rev)
    const isWhole = person === undefined || edits.length <= looked.length
    return {
      items: person === undefined ? edits : looked.filter((edit) => editorOf(edit) === person),
      editors: [...new Set(looked.flatMap((edit) => editorOf(edit) ?? []))],
      horizon: isWhole ? undefined : looked.at(-1)?.at,
      loading,
      error,
      lookFurther: () => setLooking({asked, count: count + EDITORS_AT_ONCE}),
    }
    // answers: what is known has changed
    // oxlint-disable-next-line react/exhaustive-deps
  }, [edits, looked, person, loading, error, asked, count, answers])
}

interface Asking {
  /** Revisions that were asked for. */
  revisions: string
  error: LiveError | undefined
}

/** Asks who made those edits of whom it is not known; `answers` changes when more is known. */
function useKnownEditors(looked: readonly Edit[]) {
  const {client} = useRealtime().connection
  const [asking, setAsking] = useState<Asking>({revisions: '', error: undefined})
  const unknown = looked
    .filter(({document}) => !knownEditors.has(document._rev))
    .slice(0, EDITORS_AT_ONCE)
  const revisions = unknown.map(({document}) => document._rev).join(' ')
  useEffect(() => {
    if (unknown.length === 0) return undefined
    const subscription = observeEditors(client, unknown).subscribe({
      next: (authors) => {
        for (const [revision, author] of authors) knownEditors.set(revision, author)
        setAsking({revisions, error: undefined})
      },
      error: (cause: unknown) => setAsking({revisions, error: toLiveError(cause)}),
    })
    return () => subscription.unsubscribe()
    // the revisions say which they are
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, revisions])
  const error = asking.revisions === revisions ? asking.error : undefined
  return {loading: unknown.length > 0 && error === undefined, error, answers: asking}
}

type Author = readonly [revision: string, author: string | undefined]

/** In one request; those that it leaves open one by one. */
function observeEditors(client: SanityClient, edits: readonly Edit[]): Observable<Author[]> {
  const documents = edits.map(({document}) => document)
  return fetchEditors(client, documents).pipe(
    mergeMap((authors) =>
      from(documents).pipe(
        mergeMap(({_id, _rev}): Observable<Author> => {
          const author = authors.get(_rev)
          if (author !== undefined) return of([_rev, author])
          return fetchEditor(client, _id, _rev).pipe(map((one) => [_rev, one]))
        }, 4),
      ),
    ),
    toArray(),
  )
}
