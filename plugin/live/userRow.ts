import type {UserRow} from '../domain/documents.ts'
import type {RawDocument} from './wire.ts'

// every attribute of a row has to be named: the type says which
const held = {
  _id: true,
  _type: true,
  _rev: true,
  _createdAt: true,
  _updatedAt: true,
  name: true,
  role: true,
  phone: true,
  email: true,
  creditLimit: true,
  paymentTermDays: true,
  isActive: true,
} satisfies Record<keyof UserRow, true>

const attributes = Object.keys(held)

/** The GROQ projection that leaves out what `toHeld` does; what a document has not comes as null. */
export const userRowProjection = `{${attributes.join(', ')}}`

/** The document as it is held: of a user the row, of anything else all. */
export function toHeld(document: RawDocument): RawDocument {
  if (document._type !== 'user') return document
  const {_id, _type, _rev} = document
  const row: RawDocument = {_id, _type, _rev}
  for (const attribute of attributes) {
    const value = document[attribute]
    if (value !== undefined && value !== null) row[attribute] = value
  }
  return row
}
