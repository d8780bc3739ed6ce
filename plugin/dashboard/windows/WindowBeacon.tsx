import {useEffect} from 'react'
import {useDataset, useProjectId} from 'sanity'
import {useShopStore} from '../../realtime/index.ts'
import {THIS_WINDOW} from '../../realtime/windows/thisWindow.ts'
import {openWindowChannel} from './windowChannel.ts'

/** Lets the Diagnostics of another window of this browser know that this one is here, and how it does. */
export function WindowBeacon() {
  const store = useShopStore()
  const shop = useShopKey()
  useEffect(() => {
    const channel = openWindowChannel((message) => {
      if (message.shop !== shop || message.type !== 'ask') return
      const {name, latency} = store.getStatus()
      const place = window.location.pathname
      const status = {status: name, ...(latency === undefined ? {} : {latency})}
      channel.post({type: 'here', shop, window: THIS_WINDOW, place, ...status})
    })
    return channel.close
  }, [store, shop])
  return null
}

/** Windows of other projects and datasets are strangers. */
export function useShopKey(): string {
  const projectId = useProjectId()
  const dataset = useDataset()
  return `${projectId}.${dataset}`
}
