import {useMemo} from 'react'
import type {MouseEvent} from 'react'
import {useRouter} from 'sanity/router'
import type {TileLink} from '../components/StatCard.tsx'

type Params = Readonly<Record<string, string>>

/**
 * Link to a view of the dashboard with what it is to show: `useViewLink('bills', {state: 'overdue'})`. The same object
 * until it leads elsewhere, so that tiles stand still while figures move.
 */
export function useViewLink(view: string, params: Params = {}): TileLink {
  const {navigateUrl, resolvePathFromState} = useRouter()
  const search = new URLSearchParams(params).toString()
  return useMemo(() => {
    const _searchParams = [...new URLSearchParams(search)]
    return toLink(resolvePathFromState({view, _searchParams}), navigateUrl)
  }, [view, search, navigateUrl, resolvePathFromState])
}

/** As `useViewLink`, for as many links as a list has. */
export function useViewLinks(): (view: string, params?: Params) => TileLink {
  const {navigateUrl, resolvePathFromState} = useRouter()
  return (view, params = {}) =>
    toLink(resolvePathFromState({view, _searchParams: Object.entries(params)}), navigateUrl)
}

/** A plain press navigates within the page; with a modifier the browser does what it does with any link. */
export function toLink(href: string, navigateUrl: (to: {path: string}) => void): TileLink {
  return {
    href,
    onClick: (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) {
        return
      }
      event.preventDefault()
      navigateUrl({path: href})
    },
  }
}
