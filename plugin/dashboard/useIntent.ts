import type {MouseEventHandler} from 'react'
import {useIntentLink, useRouter} from 'sanity/router'
import type {TileLink} from '../components/StatCard.tsx'
import {toLink} from './useViewLink.ts'

/** Link to the form of a document. */
export function useEditLink(
  id: string,
  type: string,
): {href: string; onClick: MouseEventHandler<HTMLElement>} {
  const {href, onClick} = useIntentLink({intent: 'edit', params: {id, type}})
  return {href: href ?? '', onClick}
}

/** As `useEditLink`, for as many documents as a list has. */
export function useEditLinks(): (id: string, type: string) => TileLink {
  const {navigateUrl, resolveIntentLink} = useRouter()
  return (id, type) => toLink(resolveIntentLink('edit', {id, type}), navigateUrl)
}
