import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {reasonToInstall} from './install.mjs'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'))
  write('package-lock.json', lock({a: '1.0.0', b: '2.0.0'}))
})
afterEach(() => rmSync(root, {recursive: true}))

function write(path: string, content: unknown): void {
  writeFileSync(join(root, path), JSON.stringify(content))
}

function lock(versions: Record<string, string>, extra: Record<string, unknown> = {}) {
  const entries = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    {version},
  ])
  return {packages: {'': {name: 'project'}, ...Object.fromEntries(entries), ...extra}}
}

/** What a finished install leaves. */
function install(versions: Record<string, string>): void {
  mkdirSync(join(root, 'node_modules', '.bin'), {recursive: true})
  write('node_modules/.package-lock.json', lock(versions))
  write('node_modules/.bin/node', '')
}

describe('reason to install', () => {
  it('is there on a fresh clone', () => {
    expect(reasonToInstall(root)).toBe('The packages are not installed yet.')
  })

  it('is gone after an install', () => {
    install({a: '1.0.0', b: '2.0.0'})
    expect(reasonToInstall(root)).toBeNull()
  })

  it('is there when an install was interrupted', () => {
    mkdirSync(join(root, 'node_modules', 'a'), {recursive: true})
    expect(reasonToInstall(root)).toBe('The last install did not finish.')
  })

  it('is there when a pull brought another version or another package', () => {
    install({a: '1.0.0', b: '1.9.0'})
    expect(reasonToInstall(root)).toBe('package-lock.json has changed (b).')
    install({a: '1.0.0'})
    expect(reasonToInstall(root)).toBe('package-lock.json has changed (b).')
  })

  it('does not ask for packages of other platforms', () => {
    const foreign = {'node_modules/only-elsewhere': {version: '1.0.0', optional: true}}
    write('package-lock.json', lock({a: '1.0.0'}, foreign))
    install({a: '1.0.0'})
    expect(reasonToInstall(root)).toBeNull()
  })

  it('is there when Node 22 was not put in place', () => {
    install({a: '1.0.0', b: '2.0.0'})
    rmSync(join(root, 'node_modules', '.bin', 'node'))
    expect(reasonToInstall(root)).toBe('Node 22 is not in place.')
  })
})
