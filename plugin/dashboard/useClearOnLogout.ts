import type {SanityClient} from '@sanity/client'
import {useEffect} from 'react'
import {useWorkspace} from 'sanity'
import {clearShopCache} from '../realtime/index.ts'

/** Deletes what this device keeps of the shop as soon as the Studio is logged out, here or in another tab. */
export function useClearOnLogout(client: SanityClient): void {
  const {auth} = useWorkspace()
  useEffect(() => {
    const subscription = auth.state.subscribe(({authenticated}) => {
      if (!authenticated) clearShopCache(client).catch(tellKept)
    })
    return () => subscription.unsubscribe()
  }, [auth, client])
}

/** The screen is the login's by now: only the console is left to say it. */
function tellKept(error: unknown): void {
  console.error(
    'The browser refused to delete what this device keeps of the shop. Delete the data of this site in its settings.',
    error,
  )
}
