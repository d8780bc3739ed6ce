import {uuid} from '@sanity/uuid'
import {useEffect, useRef, useState} from 'react'
import type {ShopSnapshot} from '../../../live/types.ts'
import {useShopStore} from '../../../realtime/index.ts'
import {awaitArrival} from '../../windows/awaitArrival.ts'
import {hasArrived} from '../../windows/messages.ts'
import type {TestChange} from '../../windows/messages.ts'
import {useShopKey} from '../../windows/WindowBeacon.tsx'
import {openWindowChannel, sharedNow} from '../../windows/windowChannel.ts'
import type {WindowChannel} from '../../windows/windowChannel.ts'

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
  /** ms until each other window of this browser showed it, by its id. */
  seen: ReadonlyMap<string, number>
  start: (operation: TestOperation) => void
}

/** Runs a test operation and tells how long it took from the click until each window had it from the listener. */
export function useTestOperation(): TestRun {
  const store = useShopStore()
  const [state, setState] = useState<TestState>({name: 'idle'})
  const {seen, watch} = useOtherSights()

  const measure = async (operation: TestOperation): Promise<TestState> => {
    const {run, change, arrived = () => false, afterwards} = operation
    const isThere = (snapshot: ShopSnapshot) =>
      change === undefined ? arrived(snapshot) : hasArrived(snapshot, change)
    const arrival = awaitArrival(store, isThere, TIMEOUT_MS)
    watch(change)
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
  return {state, seen, start}
}

/** Asks the other windows to tell when they see a change. */
function useOtherSights() {
  const shop = useShopKey()
  const channel = useRef<WindowChannel>(undefined)
  const current = useRef({test: '', begun: 0})
  const [seen, setSeen] = useState<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    const opened = openWindowChannel((message) => {
      if (message.type !== 'seen' || message.test !== current.current.test) return
      const ms = message.at - current.current.begun
      setSeen((known) => new Map([...known, [message.window, ms]]))
    })
    channel.current = opened
    return opened.close
  }, [])
  const watch = (change: TestChange | undefined) => {
    current.current = {test: uuid(), begun: sharedNow()}
    setSeen(new Map())
    if (change === undefined) return
    channel.current?.post({type: 'watch', shop, test: current.current.test, change})
  }
  return {seen, watch}
}
