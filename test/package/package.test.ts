import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join, resolve} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '../..')
const bin = join(root, 'node_modules/.bin')

/** What `./core` may need at run time: no React, no Studio. */
const CORE_DEPENDENCIES = [
  '@date-fns/tz',
  '@noble/hashes',
  '@sanity/client',
  '@sanity/mutate',
  '@sanity/uuid',
  'date-fns',
  'dequal',
  'dinero.js',
  'groq-js',
  'rxjs',
  'valibot',
]

let project: string

beforeAll(async () => {
  await run(join(bin, 'pkg-utils'), ['build', '--strict', '--check', '--clean'], {cwd: root})
  project = await mkdtemp(join(tmpdir(), 'shop-package-'))
  const packed = await run('npm', ['pack', '--json', '--pack-destination', project], {cwd: root})
  const modules = join(project, 'node_modules')
  await mkdir(modules)
  const tarball = /"filename":\s*"([^"]+)"/.exec(packed.stdout)?.[1] ?? ''
  await run('tar', ['-xzf', join(project, tarball), '-C', project])
  await symlink(join(project, 'package'), join(modules, 'sanity-plugin-shop'))
  for (const name of CORE_DEPENDENCIES) {
    const link = join(modules, name)
    await mkdir(dirname(link), {recursive: true})
    await symlink(join(root, 'node_modules', name), link)
  }
}, 240_000)

afterAll(async () => {
  await rm(project, {recursive: true, force: true})
})

async function evaluate(code: string): Promise<string> {
  const args = ['--input-type=module', '--eval', code]
  const {stdout} = await run(process.execPath, args, {cwd: project})
  return stdout.trim()
}

describe('the packed package', () => {
  it('has the entries that API names, each with types', async () => {
    const manifest: unknown = JSON.parse(
      await readFile(join(project, 'package/package.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({
      exports: {
        '.': expect.anything(),
        './schemas': expect.anything(),
        './core': expect.anything(),
        './realtime': expect.anything(),
        './queries': expect.anything(),
      },
    })
    for (const name of ['index', 'schemas', 'core', 'realtime', 'queries']) {
      const types = await readFile(join(project, `package/dist/${name}.d.ts`), 'utf8')
      expect(types.length, `${name}.d.ts`).toBeGreaterThan(0)
    }
  })

  it('imports ./core in plain Node where neither React nor the Studio is installed', async () => {
    const names = await evaluate(
      `console.log(Object.keys(await import('sanity-plugin-shop/core')).join(' '))`,
    )
    expect(names.split(' ')).toEqual(
      expect.arrayContaining([
        'createShopStore',
        'createShopOperations',
        'ShopError',
        'OutOfStockError',
      ]),
    )
  })

  it('fails to import ./realtime there: the absence of React is real', async () => {
    const outcome = await evaluate(
      `console.log(await import('sanity-plugin-shop/realtime').then(() => 'loaded', (error) => error.code))`,
    )
    expect(outcome).toBe('ERR_MODULE_NOT_FOUND')
  })

  it('ships no source, test or demo', async () => {
    const {stdout} = await run('find', ['package', '-type', 'f'], {cwd: project})
    const unexpected = stdout
      .trim()
      .split('\n')
      .filter((file) => !/^package\/(dist\/|README\.md$|LICENSE$|package\.json$)/.test(file))
    expect(unexpected).toEqual([])
  })
})
