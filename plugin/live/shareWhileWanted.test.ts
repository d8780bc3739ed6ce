import {finalize, tap} from 'rxjs'
import type {Observable} from 'rxjs'
import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {shareWhileWanted} from './shareWhileWanted.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const LINGER_MS = 2_000

it('a source is wanted all through a remount, not wanted once it is left, wanted again in time, and let go', () => {
  const told: unknown[] = []
  const source = (isWanted$: Observable<boolean>) =>
    isWanted$.pipe(
      tap((isWanted) => told.push(isWanted)),
      finalize(() => told.push('let go')),
    )
  const shared$ = shareWhileWanted(source, LINGER_MS)
  // as StrictMode mounts
  shared$.subscribe().unsubscribe()
  const mounted = shared$.subscribe()
  vi.advanceTimersByTime(LINGER_MS)
  expect(told).toEqual([true])
  mounted.unsubscribe()
  vi.advanceTimersByTime(1)
  expect(told).toEqual([true, false])
  const again = shared$.subscribe()
  expect(told).toEqual([true, false, true])
  again.unsubscribe()
  vi.advanceTimersByTime(LINGER_MS)
  expect(told).toEqual([true, false, true, false, 'let go'])
})
