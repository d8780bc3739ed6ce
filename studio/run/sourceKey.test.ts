import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {studioSourceKey} from './sourceKey.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'source-key-'))
  write('sanity.config.ts', 'config')
  write('plugin/domain/money.ts', 'money')
})
afterEach(() => rmSync(root, {recursive: true}))

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

describe('source key', () => {
  it('is the same for the same sources', () => {
    expect(studioSourceKey(root)).toBe(studioSourceKey(root))
  })

  it.each([
    ['a changed source', 'plugin/domain/money.ts', 'more money'],
    ['a new source', 'studio/browser/session.ts', ''],
    ['changed packages', 'package-lock.json', '{}'],
  ])('changes with %s', (_what, path, text) => {
    const before = studioSourceKey(root)
    write(path, text)
    expect(studioSourceKey(root)).not.toBe(before)
  })

  it.each(['plugin/domain/money.test.ts', 'studio/lake/lake.ts', 'README.md'])(
    'does not change with %s, which is not in the Studio',
    (path) => {
      const before = studioSourceKey(root)
      write(path, 'new')
      expect(studioSourceKey(root)).toBe(before)
    },
  )

  it('is that of another Studio when its folder is named', () => {
    write('test/bench/studio/sanity.config.ts', 'bench')
    const demo = studioSourceKey(root)
    const bench = studioSourceKey(root, 'test/bench/studio')
    expect(bench).not.toBe(demo)
    write('test/bench/studio/sanity.config.ts', 'changed')
    expect(studioSourceKey(root)).toBe(demo)
    expect(studioSourceKey(root, 'test/bench/studio')).not.toBe(bench)
  })
})
