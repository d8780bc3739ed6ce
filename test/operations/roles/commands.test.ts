import {spawn} from 'node:child_process'
import type {ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, expect, it} from 'vitest'
import {openDemoLake} from '../../../studio/run/demoLake.ts'
import {createLakeClient} from '../../../studio/run/lakeClient.ts'

const closing: (() => unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

/** What a direct client of a role may create: the codes of the lake. */
async function tryTypes(url: string, token: string) {
  const client = createLakeClient({url, token}, 'production')
  const tries = ['payment', 'product', 'shopSettings'].map(async (type) => {
    const status = await client.create({_id: `${type}.${token}`, _type: type}).then(
      () => 200,
      (error: unknown) => (error instanceof Error && 'statusCode' in error ? error.statusCode : 0),
    )
    return [type, status]
  })
  return Object.fromEntries(await Promise.all(tries))
}

const CASHIER = {payment: 200, product: 403, shopSettings: 403}
const EDITOR = {payment: 403, product: 200, shopSettings: 403}

it('npm run lake lets the roles of the shop do what its operations let them do', async () => {
  const program = fileURLToPath(new URL('../../../studio/run/lake.ts', import.meta.url))
  const tokens = ['--token', 'a', '--role-token', 'cashier:c', '--role-token', 'editor:e']
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      program,
      '--port',
      '0',
      '--data',
      ':memory:',
      ...tokens,
    ],
    {stdio: ['ignore', 'pipe', 'inherit']},
  )
  closing.push(async () => {
    child.kill('SIGKILL')
    await once(child, 'close')
  })
  const url = await readyUrl(child)
  expect(await tryTypes(url, 'c')).toEqual(CASHIER)
  expect(await tryTypes(url, 'e')).toEqual(EDITOR)
})

it('the lake of npm start does so too, with tokens of LAKE_ROLE_TOKENS', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'test-roles-'))
  closing.push(() => rmSync(dataDirectory, {recursive: true, force: true}))
  const environment = {LAKE_ROLE_TOKENS: 'cashier:c,editor:e'}
  const lake = await openDemoLake({dataDirectory, port: 0, studioPorts: [3333], environment})
  closing.push(lake.close)
  lake.createDataset('production')
  expect(await tryTypes(lake.url, 'c')).toEqual(CASHIER)
  expect(await tryTypes(lake.url, 'e')).toEqual(EDITOR)
})

async function readyUrl(child: ChildProcess): Promise<string> {
  let output = ''
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`The lake stopped with ${code}: ${output}`)))
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString()
      const url = /lake ready (?<url>\S+)/.exec(output)?.groups?.['url']
      if (url !== undefined) resolve(url)
    })
  })
}
