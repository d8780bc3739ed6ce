import {useState} from 'react'
import type {TestChange} from '../../../domain/documents.ts'
import type {ShopSnapshot} from '../../../live/types.ts'
import {useShopStore} from '../../../realtime/index.ts'
import {arrivalOf} from '../../../realtime/windows/arrivalOf.ts'
import {awaitArrival} from '../../../realtime/windows/awaitArrival.ts'
import {useTestOfWindows} from './useWindowTest.ts'

export type TestState =
  | {name: 'idle'}
  | {name: 'running'}
  | {name: 'back'; ms: number}
  | {name: 'timeout'}
  | {name: 'failed'; message: string}

export const TIMEOUT_MS = 10_000

export interface TestOperation {
  /** Writes; what it does after its arrival (taking the test back) is not part of the measurement. */
  run: () => Promise<unknown>
  /** What it changes, for every open window to look for; absent: only this window does, by `arrived`. */
  change?: TestChange
  arrived?: (snapshot: ShopSnapshot) => boolean
  afterwards?: () => Promise<unknown>
}

export interface TestRun {
  state: TestState
  start: (operation: TestOperation) => void
}

/** Runs a test operation and tells how long it took from the click until this window had it from the listener. */
export function useTestOperation(): TestRun {
  const store = useShopStore()
  const windows = useTestOfWindows()
  const [state, setState] = useState<TestState>({name: 'idle'})

  const measure = async ({run, change, arrived, afterwards}: TestOperation): Promise<TestState> => {
    if (change !== undefined) await windows.begin(change)
    const hasArrived = () =>
      change === undefined
        ? arrived?.(store.getSnapshot()) || undefined
        : arrivalOf(store, change) && true
    const {arrival, cancel} = awaitArrival(store, hasArrived, TIMEOUT_MS)
    const start = performance.now()
    const back = arrival.then((isThere) => isThere && performance.now() - start)
    try {
      await run()
      const ms = await back
      if (change !== undefined) windows.settle()
      await afterwards?.()
      return ms === undefined ? {name: 'timeout'} : {name: 'back', ms}
    } catch (error) {
      cancel()
      windows.stop()
      throw error
    }
  }

  const start = (operation: TestOperation) => {
    setState({name: 'running'})
    void measure(operation).catch(toFailed).then(setState)
  }
  return {state, start}
}

function toFailed(error: unknown): TestState {
  return {name: 'failed', message: error instanceof Error ? error.message : String(error)}
}
