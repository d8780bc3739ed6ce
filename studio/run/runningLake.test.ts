import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {readOrCreateAdminToken} from './adminToken.ts'
import {announceRunningLake, findRunningLake} from './runningLake.ts'

const lake = {url: 'http://localhost:3334', token: 'secret', studioPorts: [3333, 3335]}
let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'running-lake-'))
})
afterEach(() => rmSync(directory, {recursive: true}))

const mode = (name: string) => (statSync(join(directory, name)).mode & 0o777).toString(8)

describe('running lake', () => {
  it('is found from its start to its stop, by a file that only its owner reads', () => {
    expect(findRunningLake(directory)).toBeNull()
    const withdraw = announceRunningLake(directory, lake)
    expect(findRunningLake(directory)).toEqual(lake)
    expect(mode('session.json')).toBe('600')
    withdraw()
    expect(findRunningLake(directory)).toBeNull()
  })

  it('is not found when its process was killed', () => {
    const {pid} = spawnSync(process.execPath, ['--version'])
    writeFileSync(join(directory, 'session.json'), JSON.stringify({...lake, pid}))
    expect(findRunningLake(directory)).toBeNull()
  })

  it('is not found in a file that was cut off', () => {
    writeFileSync(join(directory, 'session.json'), '{"url": "http://loc')
    expect(findRunningLake(directory)).toBeNull()
  })
})

describe('administrator token', () => {
  it('is random per data directory, stays, and is readable by its owner only', () => {
    const token = readOrCreateAdminToken(join(directory, 'a'))
    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(readOrCreateAdminToken(join(directory, 'a'))).toBe(token)
    expect(readOrCreateAdminToken(join(directory, 'b'))).not.toBe(token)
    expect(mode('a/admin-token')).toBe('600')
  })
})
