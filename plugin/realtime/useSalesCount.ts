import {useCallback, useEffect, useMemo, useState} from 'react'
import type {SanityClient} from '@sanity/client'
import type {DayRange} from '../domain/analytics/periods.ts'
import {summariesIn, sumFigures} from '../domain/analytics/salesSums.ts'
import type {SalesFigures} from '../domain/analytics/salesSums.ts'
import type {LiveError} from '../live/errors.ts'
import {countCohorts} from '../live/history/countCohorts.ts'
import type {CohortCounting} from '../live/history/countCohorts.ts'
import {countSales} from '../live/history/countSales.ts'
import type {SalesCounting} from '../live/history/countSales.ts'
import {useCounting} from './useCounting.ts'
import type {Counting} from './useCounting.ts'
import {useShopSnapshot} from './useShop.ts'

export interface SalesCountResult {
  counting: SalesCounting | undefined
  error: LiveError | undefined
  /** 0 to 1, by the bills that the day summaries know of. */
  progress: number
  /** Something was sold, credited or voided since it was counted, and it is long: counted again on `again()`. */
  isBehind: boolean
  again: () => void
}

/** Up to so many bills a count follows the sales by itself. */
const FOLLOWED_BILLS = 2_000
const FOLLOW_AFTER_MS = 1_500

/**
 * Products and customers of the days of `range`, counted from their bills page by page. The day summaries, which are
 * live, tell when a count is behind: its sums must be theirs.
 */
export function useSalesCount({from, to}: DayRange): SalesCountResult {
  const figures = useRangeFigures(from, to)
  const count = useCallback((client: SanityClient) => countSales(client, {from, to}), [from, to])
  const {value: counting, error, again} = useCounting(count, `${from} ${to}`)
  const state = sumsOf(figures)
  const isBehind =
    counting?.isDone === true &&
    (counting.count.sales !== figures.sales || counting.count.credits !== figures.credits)
  const isFollowed = isBehind && counting.count.read <= FOLLOWED_BILLS
  const [followed, setFollowed] = useState('')
  useEffect(() => {
    if (!isFollowed || followed === state) return undefined
    const timer = setTimeout(() => {
      setFollowed(state)
      again()
    }, FOLLOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isFollowed, followed, state, again])
  const read = counting?.count.read ?? 0
  return {
    counting,
    error,
    progress: counting?.isDone === true ? 1 : Math.min(0.99, read / Math.max(1, figures.bills)),
    isBehind: isBehind && (!isFollowed || followed === state),
    again,
  }
}

function useRangeFigures(from: string, to: string): SalesFigures {
  const summaries = useShopSnapshot(({daySummaries}) => daySummaries)
  return useMemo(
    () => sumFigures(summariesIn(summaries.values(), {from, to})),
    [summaries, from, to],
  )
}

const sumsOf = ({bills, sales, credits}: SalesFigures) => `${bills} ${sales} ${credits}`

/** Who bought in which months since the first bill. */
export function useCohortCount(): Counting<CohortCounting> {
  return useCounting(countCohorts, 'all')
}
