import {useState} from 'react'
import type {ShopSnapshot} from '../../../live/types.ts'
import {useShopStore} from '../../../realtime/index.ts'
import {awaitArrival} from './awaitArrival.ts'

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
  arrived: (snapshot: ShopSnapshot) => boolean
  afterwards?: () => Promise<unknown>
}

/** Runs a test operation and tells how long it took from the click until it came back through the listener. */
export function useTestOperation(): {state: TestState; start: (operation: TestOperation) => void} {
  const store = useShopStore()
  const [state, setState] = useState<TestState>({name: 'idle'})

  const measure = async ({run, arrived, afterwards}: TestOperation): Promise<TestState> => {
    const arrival = awaitArrival(store, arrived, TIMEOUT_MS)
    try {
      await run()
      const ms = await arrival.elapsed
      await afterwards?.()
      return ms === undefined ? {name: 'timeout'} : {name: 'back', ms}
    } catch (error) {
      arrival.cancel()
      return {name: 'failed', message: error instanceof Error ? error.message : String(error)}
    }
  }

  const start = (operation: TestOperation) => {
    setState({name: 'running'})
    void measure(operation).then(setState)
  }
  return {state, start}
}
