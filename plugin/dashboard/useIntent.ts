import {useMemo} from 'react'
import type {MouseEventHandler} from 'react'
import {useRouter} from 'sanity/router'
import type {TileLink} from '../components/StatCard.tsx'
import {toLink} from './useViewLink.ts'

/** Link to the form of a document; resolved once, not with every change of what stands in the row. */
export function useEditLink(
  id: string,
  type: string,
): {href: string; onClick: MouseEventHandler<HTMLElement>} {
  const {navigateUrl, resolveIntentLink} = useRouter()
  return useMemo(
    () => toLink(resolveIntentLink('edit', {id, type}), navigateUrl),
    [id, type, navigateUrl, resolveIntentLink],
  )
}

/** As `useEditLink`, for as many documents as a list has. */
export function useEditLinks(): (id: string, type: string) => TileLink {
  const {navigateUrl, resolveIntentLink} = useRouter()
  return (id, type) => toLink(resolveIntentLink('edit', {id, type}), navigateUrl)
}
