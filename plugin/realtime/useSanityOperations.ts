import {useMemo} from 'react'
import type {Actor} from '../domain/documents.ts'
import type {ShopOperations} from '../operations/commands.ts'
import {createShopOperations} from '../operations/createShopOperations.ts'
import {connectionStateOf} from './connectionState.ts'
import {useRealtime} from './contexts.ts'
import type {LiveConnection} from './liveConnections.ts'

/**
 * The shop's writes. They show at once as pending in the live data and stay or roll back with the lake's answer.
 * @throws ShopError, from each operation, with a `code`
 */
export function useSanityOperations(): ShopOperations {
  const {connection, actor} = useRealtime()
  return useMemo(() => operationsOf(connection, actor), [connection, actor])
}

export function operationsOf(
  {client, options, store}: LiveConnection,
  actor: Actor,
): ShopOperations {
  return createShopOperations({
    client,
    actor,
    options,
    optimistic: store.optimistic,
    clock: () => new Date(store.now()),
    connection: () => connectionStateOf(store.getStatus(), store.now()),
  })
}
