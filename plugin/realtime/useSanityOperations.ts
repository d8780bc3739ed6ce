import {useMemo} from 'react'
import type {ShopOperations} from '../operations/commands.ts'
import {createShopOperations} from '../operations/createShopOperations.ts'
import {connectionStateOf} from './connectionState.ts'
import {useRealtime} from './contexts.ts'

/**
 * The shop's writes. They show at once as pending in the live data and stay or roll back with the lake's answer.
 * @throws ShopError, from each operation, with a `code`
 */
export function useSanityOperations(): ShopOperations {
  const {connection, actor} = useRealtime()
  const {client, options, store} = connection
  return useMemo(
    () =>
      createShopOperations({
        client,
        actor,
        options,
        optimistic: store.optimistic,
        clock: () => new Date(store.now()),
        connection: () => connectionStateOf(store.getStatus(), store.now()),
      }),
    [client, actor, options, store],
  )
}
