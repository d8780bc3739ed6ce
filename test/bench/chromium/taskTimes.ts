import type {Page} from 'playwright-core'
import {isRecord} from '../../../plugin/live/wire.ts'

/** ms that a task of the main thread stood, and what it took of that in CPU: the rest it waited for a core. */
export interface TaskTime {
  stood: number
  cpu: number
}

/** Each task of the main thread while `run` lasts. */
export async function taskTimes(page: Page, run: () => Promise<void>): Promise<TaskTime[]> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('The page belongs to no browser.')
  await browser.startTracing(page, {categories: ['toplevel']})
  await run()
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString('utf8'))
  const events = isRecord(trace) && Array.isArray(trace.traceEvents) ? trace.traceEvents : []
  const threads = new Set<string>()
  for (const event of events) {
    if (event.name === 'thread_name' && event.args.name === 'CrRendererMain')
      threads.add(threadOf(event))
  }
  const tasks = events.filter(
    (event) => event.name === 'ThreadControllerImpl::RunTask' && threads.has(threadOf(event)),
  )
  if (tasks.length === 0) throw new Error('The trace has no tasks.')
  return tasks.map(({dur, tdur}) => ({
    stood: Number(dur ?? 0) / 1_000,
    cpu: Number(tdur ?? 0) / 1_000,
  }))
}

const threadOf = ({pid, tid}: {pid: number; tid: number}): string => `${pid}/${tid}`
