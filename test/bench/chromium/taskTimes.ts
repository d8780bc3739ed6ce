import type {Page} from 'playwright-core'
import {isRecord} from '../../../plugin/live/wire.ts'

/** CPU of each task of the main thread while `run` lasts, ms: what others do with the machine is not in it. */
export async function taskTimes(page: Page, run: () => Promise<void>): Promise<number[]> {
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
  return tasks.map(({tdur}) => Number(tdur ?? 0) / 1_000)
}

const threadOf = ({pid, tid}: {pid: number; tid: number}): string => `${pid}/${tid}`
