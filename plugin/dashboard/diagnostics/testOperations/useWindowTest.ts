import {uuid} from '@sanity/uuid'
import {createContext, useContext, useEffect, useMemo, useRef, useState} from 'react'
import type {LatencyAnswer, TestChange} from '../../../domain/documents.ts'
import {latencyTestId} from '../../../domain/ids.ts'
import {useSanityOperations, useShopStore} from '../../../realtime/index.ts'
import {useForgottenLatencyTests} from '../../../realtime/useForgottenLatencyTests.ts'
import {useRefusal} from '../../table/useRefusal.ts'

/** So long after the last answer nobody else is expected… */
const QUIET_MS = 3_000
/** …nor so long after the change itself, whoever still answers. */
const LONGEST_MS = 12_000

export type WindowTestState = 'none' | 'running' | 'ended'

/** What all open windows say of the test that ran last; one runs at a time. */
export interface WindowTest {
  state: WindowTestState
  answers: readonly LatencyAnswer[]
  /** Tells every window what to look for; resolves once they are told. */
  begin: (change: TestChange) => Promise<void>
  /** The change is written: waits for answers, then deletes the test. */
  settle: () => void
  /** Deletes the test. */
  stop: () => void
}

export const WindowTestContext = createContext<WindowTest | undefined>(undefined)

/** @throws outside the panel of test operations */
export function useTestOfWindows(): WindowTest {
  const test = useContext(WindowTestContext)
  if (test === undefined) throw new Error('A test operation stands outside its panel.')
  return test
}

export function useWindowTest(): WindowTest {
  const {latencyTests} = useSanityOperations()
  const mayEnd = useRefusal()('latencyTests.end') === undefined
  const [state, setState] = useState<WindowTestState>('none')
  const [answers, setAnswers] = useState<readonly LatencyAnswer[]>([])
  const running = useRef<string>(undefined)
  const [deadline] = useState(createDeadlines)
  useForgottenLatencyTests(mayEnd)

  const actions = useMemo(() => {
    const stop = () => {
      const test = running.current
      deadline.clear()
      running.current = undefined
      if (test === undefined) return
      // what cannot be deleted now is deleted by whoever opens Diagnostics later
      void latencyTests
        .end({key: uuid(), test})
        .catch(() => undefined)
        .then(() => setState('ended'))
    }
    const begin = async (change: TestChange) => {
      const key = uuid()
      running.current = latencyTestId(key)
      setAnswers([])
      setState('running')
      try {
        await latencyTests.begin({key, change})
      } catch (error) {
        running.current = undefined
        setState('none')
        throw error
      }
    }
    const settle = () => deadline.begin(stop)
    return {begin, settle, stop}
  }, [latencyTests, deadline])

  useAnswers(running, (next) => {
    setAnswers(next)
    deadline.postpone(actions.stop)
  })
  useEffect(() => actions.stop, [actions])
  return {state, answers, ...actions}
}

function useAnswers(
  running: React.RefObject<string | undefined>,
  onAnswers: (answers: readonly LatencyAnswer[]) => void,
): void {
  const store = useShopStore()
  const told = useRef(onAnswers)
  useEffect(() => {
    told.current = onAnswers
  })
  useEffect(() => {
    const tests = store.latencyTests$.subscribe(({id, test}) => {
      if (id === running.current && test !== undefined) told.current(test.answers)
    })
    return () => tests.unsubscribe()
  }, [store, running])
}

/** When nobody else is expected to answer. */
function createDeadlines() {
  let quiet: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined
  const clear = () => {
    clearTimeout(quiet)
    clearTimeout(longest)
    longest = undefined
  }
  return {
    clear,
    begin(onEnd: () => void) {
      clear()
      quiet = setTimeout(onEnd, QUIET_MS)
      longest = setTimeout(onEnd, LONGEST_MS)
    },
    /** Somebody has answered. */
    postpone(onEnd: () => void) {
      if (longest === undefined) return
      clearTimeout(quiet)
      quiet = setTimeout(onEnd, QUIET_MS)
    },
  }
}
