import type {Grant, Permission, RoleGrants} from './types.ts'

/** The role that manages datasets and holds every permission. */
export const administratorRole = 'administrator'
export const viewerRole = 'viewer'

const all: readonly Permission[] = ['read', 'create', 'update', 'history', 'editHistory']
const everything = '_id in path("**")'

/** The generic roles of the hosted lake. Projects add their own through `createLake({grants})`. */
export const defaultRoleGrants: RoleGrants = {
  [administratorRole]: [{filter: everything, permissions: all}],
  editor: [{filter: everything, permissions: all}],
  developer: [{filter: everything, permissions: all}],
  contributor: [
    {filter: '_id in path("drafts.**")', permissions: ['read', 'create', 'update', 'history']},
    {filter: everything, permissions: ['read', 'history']},
  ],
  [viewerRole]: [{filter: everything, permissions: ['read', 'history']}],
}

/** What a request without a token may do in a public dataset: read what has no dot in its id. */
export const anonymousGrants: readonly Grant[] = [
  {filter: '_id in path("*")', permissions: ['read']},
]
