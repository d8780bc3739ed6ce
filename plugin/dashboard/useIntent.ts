import type {MouseEventHandler} from 'react'
import {useIntentLink} from 'sanity/router'

/** Link to the form of a document. */
export function useEditLink(
  id: string,
  type: string,
): {href: string; onClick: MouseEventHandler<HTMLElement>} {
  const {href, onClick} = useIntentLink({intent: 'edit', params: {id, type}})
  return {href: href ?? '', onClick}
}
