import {createContext, useContext} from 'react'

/** Whether the Studio will not mount the dashboard anew: `useFeaturesKnown` says why it may. */
export const LastingContext = createContext(true)

/** Before that, what is shown can be neither pressed nor typed into, and whatever is rendered is rendered twice. */
export function useIsLasting(): boolean {
  return useContext(LastingContext)
}
