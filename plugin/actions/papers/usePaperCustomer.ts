import type {User} from '../../domain/documents.ts'
import {userSchema} from '../../domain/documentSchemas.ts'
import type {PaperCustomer} from '../../printing/customer.ts'
import {useDocument, useListeningQuery, useLiveStatus} from '../../realtime/index.ts'
import {readStored} from '../shared/useStored.ts'

/** `loading` until the lake has answered; nobody waits for a lake that is out of reach. */
export type LoadedCustomer =
  | {state: 'loading'}
  /** `undefined` for a walk-in and for a customer who is gone or cannot be read. */
  | {state: 'ready'; customer: PaperCustomer | undefined}

const readUser = (stored: unknown) => readStored(userSchema, stored)

/** A customer with what only papers show: the live layer holds the row. `id` is a user document's; absent: a walk-in. */
export function usePaperCustomer(id: string | undefined): LoadedCustomer {
  const row = useDocument('user', id ?? '')
  const isReachable = useLiveStatus().name === 'live'
  const {data, loading, error} = useListeningQuery<User | null>(
    '*[_type == "user" && _id == $id][0]',
    {
      params: {id: row?._id ?? ''},
      enabled: row !== undefined,
      parse: readUser,
      options: {tag: 'shop.paper'},
    },
  )
  if (row === undefined) return {state: 'ready', customer: undefined}
  const {name, phone, email} = row
  if (data !== null && data._id === row._id) {
    const {address, taxId} = data
    return {state: 'ready', customer: {name, phone, email, address, taxId, isPartial: false}}
  }
  if (loading && isReachable && error === null) return {state: 'loading'}
  const details = {address: undefined, taxId: undefined, isPartial: true}
  return {state: 'ready', customer: {name, phone, email, ...details}}
}
