import {useCallback, useEffect, useMemo, useState, useSyncExternalStore} from 'react'

/**
 * `useSyncExternalStore` over a part of the snapshot: re-renders only when the part differs by `isEqual`. An inline
 * selector is fine.
 */
export function useSelected<S, T>(
  subscribe: (listener: () => void) => () => void,
  getSnapshot: () => S,
  selector: (snapshot: S) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const [committed] = useState(() => createBox<T>())
  const getSelection = useMemo(
    () => createSelection(getSnapshot, selector, isEqual, committed),
    [getSnapshot, selector, isEqual, committed],
  )
  const value = useSyncExternalStore(subscribe, getSelection, getSelection)
  useEffect(() => {
    committed.put(value)
  }, [committed, value])
  return value
}

/** What stands on the screen; written by effects only. */
function createBox<T>() {
  let content: {value: T} | undefined
  return {
    content: () => content,
    put: (value: T) => {
      content = {value}
    },
  }
}

type Box<T> = ReturnType<typeof createBox<T>>

/** Selects once a snapshot; a part equal to the last one, or to the one on the screen, keeps its identity. */
function createSelection<S, T>(
  getSnapshot: () => S,
  selector: (snapshot: S) => T,
  isEqual: (a: T, b: T) => boolean,
  committed: Box<T>,
): () => T {
  let last: {snapshot: S; value: T} | undefined
  return () => {
    const snapshot = getSnapshot()
    if (last !== undefined && last.snapshot === snapshot) return last.value
    const fresh = selector(snapshot)
    const known = last ?? committed.content()
    const value = known !== undefined && isEqual(known.value, fresh) ? known.value : fresh
    last = {snapshot, value}
    return value
  }
}

/** Re-renders only when the document with this id (or its level, or its draft) changes. */
export function useKeyed<T>(
  id: string,
  subscribeTo: (id: string, listener: () => void) => () => void,
  read: () => T,
): T {
  const subscribe = useCallback(
    (listener: () => void) => subscribeTo(id, listener),
    [id, subscribeTo],
  )
  return useSyncExternalStore(subscribe, read, read)
}

/** Same length, same items. */
export function isShallowEqual<T>(a: T, b: T): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => Object.is(item, b[index]))
  }
  if (!isPlain(a) || !isPlain(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && Object.is(a[key], b[key]))
  )
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
