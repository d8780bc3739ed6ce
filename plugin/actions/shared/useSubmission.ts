import {useRef, useState} from 'react'
import {toFailure} from './toFailure.ts'
import type {Failure} from './toFailure.ts'

export interface Submission {
  /** Somebody has tried: from now on empty fields are errors too. */
  attempted: boolean
  working: boolean
  failure: Failure | undefined
  /** Runs once however often it is called meanwhile; `undefined` (the form is not complete) only marks the attempt. */
  submit: (run: (() => Promise<void>) | undefined) => Promise<void>
  /** Takes the refusal away: what it spoke of has changed. */
  forgive: () => void
  /** As before the first try. */
  reset: () => void
}

/** What every form that writes has in common: one run at a time, and the refusal in words. */
export function useSubmission(): Submission {
  const [attempted, setAttempted] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const inFlight = useRef(false)

  const submit: Submission['submit'] = async (run) => {
    setAttempted(true)
    if (run === undefined || inFlight.current) return
    inFlight.current = true
    setWorking(true)
    setFailure(undefined)
    try {
      await run()
    } catch (error) {
      setFailure(toFailure(error))
    } finally {
      inFlight.current = false
      setWorking(false)
    }
  }
  const reset = () => {
    setAttempted(false)
    setFailure(undefined)
  }
  const forgive = () => setFailure(undefined)
  return {attempted, working, failure, submit, forgive, reset}
}
