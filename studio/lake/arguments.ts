import {parseArgs} from 'node:util'
import {readFileSync} from 'node:fs'
import {array, object, picklist, record, safeParse, string} from 'valibot'
import type {RoleGrants, TokenRole} from './access/types.ts'
import {administratorRole, defaultRoleGrants, viewerRole} from './access/roles.ts'
import type {LakeOptions} from './lake.ts'

/** The command line cannot be understood; the message says why. */
export class ArgumentsError extends Error {
  override readonly name = 'ArgumentsError'
}

export const usage = `Usage: npm run lake -- [options]
  --port P             port on 127.0.0.1 and ::1 (default 3334; 0 takes a free one)
  --data DIR           where documents are kept (default .lake); ":memory:" keeps nothing
  --token T            a token with all rights                  (or LAKE_TOKEN)
  --viewer-token T     a token that only reads                  (or LAKE_VIEWER_TOKEN)
  --role-token ROLE:T  a token that acts as that role           (or LAKE_ROLE_TOKENS=ROLE:T,ROLE:T)
  --grants FILE        JSON: {"ROLE": [{"filter": GROQ, "permissions": ["read", …]}]}
  --origin O           an origin whose pages may call, such as http://localhost:3333
  --project P          project id (default local)
  --dataset D          a dataset to have (default production); "D:public" can be read without a token
  --latency MS         answers that much later
Tokens, roles, origins and datasets may be given several times.`

export interface Arguments {
  options: LakeOptions
  /** Lines that the one who started the lake should read. */
  notices: readonly string[]
}

/**
 * @param grants - of roles that the project knows, beside or instead of the generic ones; a file given with `--grants` wins
 * @throws ArgumentsError
 */
export function readArguments(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  grants: RoleGrants = {},
): Arguments {
  const values = parse(args)
  const listed = (name: string) => listedIn(environment[name])
  const tokens: TokenRole[] = [
    ...toTokens([...(values.token ?? []), ...listed('LAKE_TOKEN')], administratorRole),
    ...toTokens([...(values['viewer-token'] ?? []), ...listed('LAKE_VIEWER_TOKEN')], viewerRole),
    ...(values['role-token'] ?? []).map(toRoleToken),
    ...readRoleTokens(environment),
  ]
  if (tokens.length === 0) {
    throw new ArgumentsError(
      'A lake without a token could not be written to: give it one with --token or LAKE_TOKEN.',
    )
  }
  const given = {...grants, ...(values.grants === undefined ? {} : readGrants(values.grants))}
  const readOnly = rolesWithoutGrants(tokens, given)
  const options = {
    port: toInteger('--port', values.port ?? '3334', 65_535),
    directory: values.data ?? '.lake',
    tokens,
    grants: {...given, ...Object.fromEntries(readOnly.map((role) => [role, viewerGrants]))},
    origins: values.origin ?? [],
    project: toProject(values.project ?? 'local'),
    datasets: (values.dataset ?? ['production']).map(toDataset),
    latency: toInteger('--latency', values.latency ?? '0', 60_000),
  }
  const notices = readOnly.map(
    (role) => `the role "${role}" has no grants: it may only read (see --grants)`,
  )
  return {options, notices}
}

/** Tokens of `LAKE_ROLE_TOKENS=ROLE:T,ROLE:T`. @throws ArgumentsError */
export function readRoleTokens(environment: Record<string, string | undefined>): TokenRole[] {
  return listedIn(environment['LAKE_ROLE_TOKENS']).map(toRoleToken)
}

const listedIn = (text = ''): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

/** A role that nobody described may look, as the least that is of use. */
const viewerGrants = defaultRoleGrants[viewerRole] ?? []

function rolesWithoutGrants(tokens: readonly TokenRole[], grants: RoleGrants): string[] {
  const roles = new Set(tokens.map(({role}) => role))
  return [...roles].filter((role) => !(role in defaultRoleGrants) && !(role in grants))
}

function parse(args: readonly string[]) {
  const one = {type: 'string'} as const
  const many = {type: 'string', multiple: true} as const
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        port: one,
        data: one,
        project: one,
        latency: one,
        grants: one,
        token: many,
        'viewer-token': many,
        'role-token': many,
        origin: many,
        dataset: many,
      },
    }).values
  } catch (error) {
    throw new ArgumentsError(
      error instanceof Error ? error.message : 'The arguments cannot be read.',
    )
  }
}

const toTokens = (tokens: readonly string[], role: string) =>
  tokens.map((token) => ({token: checkToken(token), role}))

function toRoleToken(text: string): TokenRole {
  const colon = text.indexOf(':')
  const role = text.slice(0, colon)
  if (colon < 1 || !/^[\w-]{1,64}$/.test(role)) {
    throw new ArgumentsError('--role-token wants ROLE:TOKEN, such as cashier:my-secret.')
  }
  return {role, token: checkToken(text.slice(colon + 1))}
}

function checkToken(token: string): string {
  if (/^\S+$/.test(token)) return token
  throw new ArgumentsError('A token must not be empty or hold spaces.')
}

function toInteger(name: string, text: string, max: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= max) return value
  throw new ArgumentsError(`${name} wants a whole number from 0 to ${max}.`)
}

function toProject(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return text
  throw new ArgumentsError('--project wants lower-case letters, digits and hyphens.')
}

function toDataset(text: string) {
  const [name = '', mode = 'private'] = text.split(':')
  if (!/^[a-z0-9_][a-z0-9_-]{0,63}$/.test(name) || (mode !== 'private' && mode !== 'public')) {
    throw new ArgumentsError(`"${text}" is no dataset: NAME or NAME:public, of a-z 0-9 _ -.`)
  }
  return {name, aclMode: mode === 'public' ? ('public' as const) : ('private' as const)}
}

const permissions = picklist(['read', 'create', 'update', 'history', 'editHistory'])
const grantsFile = record(
  string(),
  array(object({filter: string(), permissions: array(permissions)})),
)

function readGrants(path: string): RoleGrants {
  const parsed = safeParse(grantsFile, readJsonFile(path))
  if (parsed.success) return parsed.output
  throw new ArgumentsError(
    '--grants wants a JSON file: {"ROLE": [{"filter": "_type == \\"x\\"", "permissions": ["read"]}]}.',
  )
}

function readJsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ArgumentsError('The file of --grants cannot be read as JSON.', {cause: error})
  }
}
