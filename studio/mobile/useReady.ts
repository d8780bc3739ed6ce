import {useEffect, useState} from 'react'
import {useShopStore} from 'sanity-plugin-shop/realtime'

/** True once the first complete snapshot is in; a refused access is told by the status. */
export function useReady(): boolean {
  const {ready} = useShopStore()
  const [settled, setSettled] = useState<Promise<void>>()
  useEffect(() => {
    let current = true
    ready.then(
      () => current && setSettled(ready),
      () => current && setSettled(undefined),
    )
    return () => {
      current = false
    }
  }, [ready])
  return settled === ready
}
