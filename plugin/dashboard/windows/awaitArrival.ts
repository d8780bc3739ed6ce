import type {ShopSnapshot, ShopStore} from '../../live/types.ts'

/**
 * Resolves with the ms from the call until `arrived` is true of the store's snapshot: the way through the lake and
 * back by the listener, as an optimistic value does not count. `undefined` after `timeoutMs`.
 * Call it before the operation: the listener may be faster than the answer.
 */
export function awaitArrival(
  store: Pick<ShopStore, 'getSnapshot' | 'subscribe'>,
  arrived: (snapshot: ShopSnapshot) => boolean,
  timeoutMs: number,
): {elapsed: Promise<number | undefined>; cancel: () => void} {
  const start = performance.now()
  let cancel = () => {}
  const elapsed = new Promise<number | undefined>((resolve) => {
    const finish = (result: number | undefined) => {
      clearTimeout(timer)
      unsubscribe()
      resolve(result)
    }
    const look = () => {
      if (arrived(store.getSnapshot())) finish(performance.now() - start)
    }
    const timer = setTimeout(() => finish(undefined), timeoutMs)
    const unsubscribe = store.subscribe(look)
    cancel = () => finish(undefined)
  })
  return {elapsed, cancel: () => cancel()}
}
