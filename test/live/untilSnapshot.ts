import type {ShopSnapshot, ShopStore} from '../../plugin/live/types.ts'

/** Resolves with the first snapshot that passes. */
export function untilSnapshot(
  store: Pick<ShopStore, 'subscribe' | 'getSnapshot'>,
  isWanted: (snapshot: ShopSnapshot) => boolean,
): Promise<ShopSnapshot> {
  return new Promise((resolve) => {
    const stop = store.subscribe(() => check())
    const check = () => {
      const snapshot = store.getSnapshot()
      if (!isWanted(snapshot)) return
      stop()
      resolve(snapshot)
    }
    check()
  })
}
