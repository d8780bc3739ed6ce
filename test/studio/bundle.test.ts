import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {buildStudio} from '../../studio/run/buildStudio.ts'
import {startTestStudio} from '../rig/studio.ts'
import type {TestStudio} from '../rig/studio.ts'

let studio: TestStudio

beforeAll(async () => {
  studio = await startTestStudio()
})
afterAll(() => studio?.close())

/** As Sanity makes its tokens, and as the lakes of this project do. */
const TOKEN = /\bsk[A-Za-z0-9]{60,}\b|(?<![0-9a-f])[0-9a-f]{48}(?![0-9a-f])/g

it('regression: a write token in the browser bundle', async () => {
  const directory = await buildStudio()
  const files = readdirSync(directory, {recursive: true, encoding: 'utf8'}).filter((name) =>
    /\.(js|css|html|json|map)$/.test(name),
  )
  expect(files.length).toBeGreaterThan(5)
  const found = files.flatMap((name) => {
    const text = readFileSync(join(directory, name), 'utf8')
    const tokens = text.match(TOKEN) ?? []
    return text.includes(studio.lake.token) ? [...tokens, name] : tokens
  })
  expect(found).toEqual([])
})
