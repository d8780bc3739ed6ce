import type {ShopStore} from '../../live/types.ts'

/**
 * What `arrived` finds in the store as soon as it finds something: the way through the lake and back by the listener.
 * `undefined` after `timeoutMs`. Call it before the operation: the listener may be faster than the answer.
 */
export function awaitArrival<T>(
  store: Pick<ShopStore, 'subscribe'>,
  arrived: () => T | undefined,
  timeoutMs: number,
): {arrival: Promise<T | undefined>; cancel: () => void} {
  let cancel = () => {}
  const arrival = new Promise<T | undefined>((resolve) => {
    const finish = (result: T | undefined) => {
      clearTimeout(timer)
      unsubscribe()
      resolve(result)
    }
    const timer = setTimeout(() => finish(undefined), timeoutMs)
    const unsubscribe = store.subscribe(() => {
      const result = arrived()
      if (result !== undefined) finish(result)
    })
    cancel = () => finish(undefined)
  })
  return {arrival, cancel: () => cancel()}
}
