import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {findBuild, removeOldBuilds} from './keptBuilds.ts'

let builds = ''
beforeEach(() => {
  builds = mkdtempSync(join(tmpdir(), 'kept-builds-'))
})
afterEach(() => rmSync(builds, {recursive: true}))

const keyOf = (digit: number) => String(digit).repeat(16)

function addBuild(name: string, usedAt: number): void {
  mkdirSync(join(builds, name))
  writeFileSync(join(builds, name, 'index.html'), '')
  utimesSync(join(builds, name), usedAt, usedAt)
}

describe('kept builds', () => {
  it('are the three used last: one that was just found stays through builds of other sources', () => {
    for (const digit of [1, 2, 3, 4, 5]) addBuild(keyOf(digit), digit)
    expect(findBuild(builds, keyOf(1))).toBe(join(builds, keyOf(1)))
    removeOldBuilds(builds)
    expect(readdirSync(builds).toSorted()).toEqual([keyOf(1), keyOf(4), keyOf(5)])
  })

  it('do not count what is being built; what a killed build left is removed', () => {
    const {pid: dead} = spawnSync(process.execPath, ['--version'])
    addBuild(`${keyOf(1)}.${process.pid}`, 1)
    addBuild(`${keyOf(1)}.${dead}`, 1)
    expect(findBuild(builds, keyOf(1))).toBeNull()
    removeOldBuilds(builds)
    expect(readdirSync(builds)).toEqual([`${keyOf(1)}.${process.pid}`])
  })
})
