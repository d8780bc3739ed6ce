import {Observable} from 'rxjs'
import type {MonoTypeOperatorFunction} from 'rxjs'

export interface Slicing {
  /** What one task may take, ms. */
  slice?: number
  /** ms. */
  now?: () => number
  /** Prepares the tasks that go on later; `close` drops those that have not begun. */
  openTasks?: (run: () => void) => Tasks
}

export interface Tasks {
  /** Has `run` called once, in a task of its own. */
  post(): void
  close(): void
}

const SLICE_MS = 8

/**
 * Passes values on in their order: at once as long as a task of the page has not taken more than a slice, the rest in
 * tasks of their own, so that the page can paint and answer in between. Many values come in one piece of the network.
 */
export function inSlices<T>({
  slice = SLICE_MS,
  now = () => performance.now(),
  openTasks = openChannel,
}: Slicing = {}): MonoTypeOperatorFunction<T> {
  return (source) =>
    new Observable((subscriber) => {
      let waiting: T[] = []
      // of the slice under way, ms; absent between two slices
      let end: number | undefined

      const beginSlice = (): number => {
        tasks.post()
        return now() + slice
      }
      const pass = (until: number): void => {
        let passed = 0
        for (const value of waiting) {
          if (now() >= until) break
          passed += 1
          subscriber.next(value)
        }
        waiting = waiting.slice(passed)
      }
      const tasks = openTasks(() => {
        end = waiting.length === 0 ? undefined : beginSlice()
        if (end !== undefined) pass(end)
      })
      subscriber.add(() => {
        waiting = []
        tasks.close()
      })
      return source.subscribe({
        next: (value) => {
          end ??= beginSlice()
          if (waiting.length === 0 && now() < end) subscriber.next(value)
          else waiting.push(value)
        },
        error: (error: unknown) => {
          pass(Infinity)
          subscriber.error(error)
        },
        complete: () => {
          pass(Infinity)
          subscriber.complete()
        },
      })
    })
}

/** Timers wait at least 4 ms, and a second in hidden tabs; messages do not. */
function openChannel(run: () => void): Tasks {
  const {port1, port2} = new MessageChannel()
  port1.addEventListener('message', run)
  port1.start()
  return {post: () => port2.postMessage(undefined), close: () => port1.close()}
}
