import {useEffect} from 'react'
import {useDataset, useProjectId} from 'sanity'
import {useShopStore} from '../../realtime/index.ts'
import {awaitArrival} from './awaitArrival.ts'
import {hasArrived} from './messages.ts'
import {openWindowChannel, sharedNow, THIS_WINDOW} from './windowChannel.ts'

/** A change that has not come by then is not waited for. */
const PATIENCE_MS = 10_000

/** Lets the Diagnostics of another window of this browser know that this one is here and when it saw a change. */
export function WindowBeacon() {
  const store = useShopStore()
  const shop = useShopKey()
  useEffect(() => {
    const channel = openWindowChannel((message) => {
      if (message.shop !== shop) return
      if (message.type === 'ask') {
        const {name, latency} = store.getStatus()
        const place = window.location.pathname
        const status = {status: name, ...(latency === undefined ? {} : {latency})}
        channel.post({type: 'here', shop, window: THIS_WINDOW, place, ...status})
      } else if (message.type === 'watch') {
        const {test, change} = message
        const arrival = awaitArrival(store, (snapshot) => hasArrived(snapshot, change), PATIENCE_MS)
        const tell = (ms: number | undefined) =>
          ms !== undefined &&
          channel.post({type: 'seen', shop, test, window: THIS_WINDOW, at: sharedNow()})
        void arrival.elapsed.then(tell)
      }
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
