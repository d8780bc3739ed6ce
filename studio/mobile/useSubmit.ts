import {uuid} from '@sanity/uuid'
import {useContext, useRef, useState} from 'react'
import type {OutcomeState} from './Outcome.tsx'
import {RefusalContext} from './TextsContext.ts'

/** One operation at a time; its key stays until it is done, so that pressing again after a failure makes none twice. `firstKey`: of what was begun before. */
export function useSubmit(firstKey?: string) {
  const [key, setKey] = useState(() => firstKey ?? uuid())
  const [working, setWorking] = useState(false)
  const [outcome, setOutcome] = useState<OutcomeState>()
  const inFlight = useRef(false)
  const refusal = useContext(RefusalContext)

  const submit = async (run: (key: string) => Promise<string>): Promise<boolean> => {
    if (inFlight.current) return false
    inFlight.current = true
    setWorking(true)
    setOutcome(undefined)
    try {
      setOutcome({kind: 'done', text: await run(key)})
      setKey(uuid())
      return true
    } catch (error) {
      setOutcome({kind: 'failed', text: refusal(error)})
      return false
    } finally {
      inFlight.current = false
      setWorking(false)
    }
  }
  /** Other content is another operation. */
  const renew = () => {
    setKey(uuid())
    setOutcome(undefined)
  }
  return {key, working, outcome, submit, renew}
}
