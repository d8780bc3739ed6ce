import {randomBytes} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {createLake} from '../../studio/lake/lake.ts'
import type {LakeOptions} from '../../studio/lake/lake.ts'
import {createLakeClient} from '../../studio/run/lakeClient.ts'
import {takeFreePort} from './takeFreePort.ts'

export interface TestLake {
  /** `http://localhost:PORT`; stays through `restart`. */
  readonly url: string
  /** Has all rights. */
  readonly token: string
  /** May only read. */
  readonly viewerToken: string
  /** @throws RangeError for a role without a token */
  tokenOf: (role: string) => string
  /** A client with all rights, or with those of `token`; dataset `production` unless told. */
  client: (dataset?: string, token?: string) => SanityClient
  /** Closes the lake, keeps its data and opens it again on the same port after `whileDown`. */
  restart: (whileDown?: () => Promise<void>) => Promise<void>
  /** Also removes the data. */
  close: () => Promise<void>
}

export type TestLakeOptions = Partial<Omit<LakeOptions, 'directory' | 'tokens'>> & {
  /** Roles beside administrator and viewer that get a token. */
  roles?: readonly string[]
}

/** A lake of its own on a free port, over a directory that goes with it; dataset `production`, empty. */
export async function startTestLake(options: TestLakeOptions = {}): Promise<TestLake> {
  const directory = mkdtempSync(join(tmpdir(), 'test-lake-'))
  const token = newToken()
  const viewerToken = newToken()
  const {roles = [], ...lakeOptions} = options
  const tokens = [
    {token, role: 'administrator'},
    {token: viewerToken, role: 'viewer'},
    ...roles.map((role) => ({token: newToken(), role})),
  ]
  const open = (port: number) =>
    createLake({
      ...lakeOptions,
      directory,
      port,
      tokens,
    })
  let lake = await open(options.port ?? (await takeFreePort()))
  const {url, port} = lake

  return {
    url,
    token,
    viewerToken,
    tokenOf: (role) => {
      const known = tokens.find((one) => one.role === role)
      if (known === undefined) throw new RangeError(`No token of the role ${role}.`)
      return known.token
    },
    client: (dataset = 'production', bearer = token) =>
      createLakeClient({url, token: bearer}, dataset),
    restart: async (whileDown = async () => {}) => {
      await lake.close()
      await whileDown()
      lake = await open(port)
    },
    close: async () => {
      await lake.close()
      rmSync(directory, {recursive: true, force: true})
    },
  }
}

// Hexadecimal: a token of base64url may begin with a dash, which a command line takes for an option.
const newToken = () => randomBytes(24).toString('hex')
