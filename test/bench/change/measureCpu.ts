/** CPU time of this process, all threads, from `change` until `isShown` says so; µs. */
export async function measureCpu(change: () => void, isShown: () => boolean): Promise<number> {
  const start = process.cpuUsage()
  change()
  // what React and promises put off to later ticks belongs to it; waiting itself takes no CPU
  for (let turn = 0; !isShown(); turn++) {
    await (turn < 3 ? Promise.resolve() : nextTask())
    if (turn > 100_000) throw new Error('The change is not shown.')
  }
  const {user, system} = process.cpuUsage(start)
  return user + system
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
