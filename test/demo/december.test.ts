import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {expect, it} from 'vitest'
import {projectRoot} from '../../studio/run/projectRoot.mjs'
import {sized} from '../rig/size.ts'
import {runDemoCommand} from './commands.ts'
import {countHistory} from './countHistory.ts'

const december = join(projectRoot, '../shared/data/online-retail/2010-12.csv.gz')

it('sells a real December as the CSV itself counts it, and verify finds nothing', async ({
  skip,
}) => {
  if (!existsSync(december)) {
    const reason =
      'The online-retail history is not beside the project (../shared/data/online-retail).'
    console.log(`Not run: ${reason}`)
    skip(reason)
  }
  const folder = mkdtempSync(join(tmpdir(), 'test-december-'))
  try {
    const text = firstLines(
      gunzipSync(readFileSync(december)).toString('utf8'),
      sized(1500, 42_482),
    )
    const path = join(folder, 'slice.csv')
    writeFileSync(path, text)
    const environment = {LAKE_DATA: join(folder, 'lake')}
    const replay = await runDemoCommand('replay', [path, '--json'], environment)
    expect(replay.stderr).not.toContain('stopped')
    expect(JSON.parse(replay.stdout)).toEqual(countHistory([text]))
    const verify = await runDemoCommand('verify', ['--dataset', 'retail'], environment)
    expect(verify).toMatchObject({code: 0})
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})

const firstLines = (text: string, count: number): string =>
  text.split('\n').slice(0, count).join('\n')
