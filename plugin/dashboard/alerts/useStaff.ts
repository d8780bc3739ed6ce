import {useMemo} from 'react'
import type {Actor} from '../../domain/documents.ts'
import {useShopSnapshot} from '../../realtime/index.ts'

const MOST = 8

/** The shop's own people an alert can be given to: its active admins, by name. */
export function useStaff(): readonly Actor[] {
  const users = useShopSnapshot((snapshot) => snapshot.users)
  return useMemo(
    () =>
      [...users.values()]
        .filter(({role, isActive}) => role === 'admin' && isActive)
        .map(({_id: id, name}) => ({id, name}))
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .slice(0, MOST),
    [users],
  )
}
