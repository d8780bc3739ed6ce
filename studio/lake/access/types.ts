/** What a grant allows. There is no delete permission: `update` covers it, as in the hosted lake. */
export type Permission = 'read' | 'create' | 'update' | 'history' | 'editHistory'

/** Documents that match `filter` (GROQ, without `*[…]`) may be treated as `permissions` say. */
export interface Grant {
  filter: string
  permissions: readonly Permission[]
}

/** Grants by role name. A role that has none may do nothing. */
export type RoleGrants = Readonly<Record<string, readonly Grant[]>>

/** Who sent a request, as its bearer token says. */
export interface Identity {
  /** Stands in transactions as author and in listener events as `identity`. */
  id: string
  role: string
}

/** A secret and the role it acts as. */
export interface TokenRole {
  token: string
  role: string
}
