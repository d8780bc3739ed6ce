import {useEffect, useState} from 'react'
import type {WindowMessage} from './messages.ts'
import {useShopKey} from './WindowBeacon.tsx'
import {openWindowChannel} from './windowChannel.ts'

export type OtherWindow = Extract<WindowMessage, {type: 'here'}>

const ASK_MS = 2_000

/** The other windows of this browser with the same shop; those that no longer answer leave the list. */
export function useOtherWindows(): readonly OtherWindow[] {
  const shop = useShopKey()
  const [windows, setWindows] = useState<readonly OtherWindow[]>([])
  useEffect(() => {
    let answers = new Map<string, OtherWindow>()
    const channel = openWindowChannel((message) => {
      if (message.type !== 'here' || message.shop !== shop) return
      answers.set(message.window, message)
      setWindows((known) => withWindow(known, message))
    })
    const ask = () => {
      const answered = answers
      answers = new Map()
      setWindows((known) => known.filter(({window}) => answered.has(window)))
      channel.post({type: 'ask', shop})
    }
    channel.post({type: 'ask', shop})
    const timer = setInterval(ask, ASK_MS)
    return () => {
      clearInterval(timer)
      channel.close()
    }
  }, [shop])
  return windows
}

/** In the order in which they were met. */
function withWindow(known: readonly OtherWindow[], next: OtherWindow): readonly OtherWindow[] {
  const index = known.findIndex(({window}) => window === next.window)
  return index < 0 ? [...known, next] : known.with(index, next)
}
