import {useToast} from '@sanity/ui/toast'
import {useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {useRefusalWords} from '../../actions/shared/useRefusalWords.ts'
import {SHOP_NAMESPACE} from '../../i18n/index.ts'

/** Operations under way at once: enough to be quick, few enough not to be refused as too many. */
const AT_ONCE = 4

export interface BulkResult {
  done: number
  /** What each of the others threw. */
  refused: readonly unknown[]
}

/** Does the same for every chosen row; what one is refused keeps none of the others back. */
export async function runForEach<T>(
  items: readonly T[],
  run: (item: T) => Promise<unknown>,
): Promise<BulkResult> {
  const waiting = [...items]
  const refused: unknown[] = []
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        await run(item)
      } catch (error) {
        refused.push(error)
      }
    }
  }
  await Promise.all(Array.from({length: AT_ONCE}, work))
  return {done: items.length - refused.length, refused}
}

/** Runs a bulk action once at a time and tells how it went: how many, and in words why not the others. */
export function useBulk(): {
  working: boolean
  start: <T>(items: readonly T[], run: (item: T) => Promise<unknown>) => void
} {
  const {t} = useTranslation(SHOP_NAMESPACE)
  const toast = useToast()
  const [working, setWorking] = useState(false)
  const words = useRefusalWords()
  const inFlight = useRef(false)
  const tell = ({done, refused}: BulkResult) => {
    if (done > 0) toast.push({status: 'success', title: t('bulk.done', {count: done})})
    if (refused.length === 0) return
    toast.push({
      status: 'error',
      title: t('bulk.refused', {count: refused.length}),
      description: [...new Set(refused.map(words.ofError))].slice(0, 3).join(' '),
      duration: 15_000,
      closable: true,
    })
  }
  return {
    working,
    start: (items, run) => {
      if (inFlight.current) return
      inFlight.current = true
      setWorking(true)
      const finish = () => {
        inFlight.current = false
        setWorking(false)
      }
      void runForEach(items, run).then(tell).finally(finish)
    },
  }
}
