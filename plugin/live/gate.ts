/** A promise settled from outside; a refusal nobody awaits is no unhandled rejection: the status tells it too. */
export function createGate() {
  let isOpen = false
  let resolveGate: () => void = () => undefined
  let refuse: (error: Error) => void = () => undefined
  const promise = new Promise<void>((resolve, reject) => {
    resolveGate = resolve
    refuse = reject
  })
  promise.catch(() => undefined)
  return {
    promise,
    refuse,
    isOpen: (): boolean => isOpen,
    open: (): void => {
      isOpen = true
      resolveGate()
    },
  }
}
