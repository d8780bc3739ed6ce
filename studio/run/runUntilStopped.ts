import {reportFailure} from './errors.ts'

type Close = () => Promise<void>

/**
 * Runs `open`, waits for Ctrl-C (or SIGTERM, SIGHUP) and closes, last first, what `open` gave to `closing`; also when
 * the signal comes, or something fails, half-way. The process then ends.
 */
export async function runUntilStopped(
  open: (closing: (close: Close) => void) => Promise<void>,
): Promise<never> {
  const closes: Close[] = []
  const stopped = firstSignal()
  try {
    await Promise.race([open((close) => closes.unshift(close)).then(() => stopped), stopped])
  } catch (error) {
    reportFailure(error)
  }
  for (const close of closes) await close().catch(reportFailure)
  process.exit()
}

/** Later signals are taken as the same wish: npm passes a second Ctrl-C on. */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve())
    }
  })
}
