import {spawn} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {once} from 'node:events'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {expect, it} from 'vitest'
import {createLake} from '../../studio/lake/lake.ts'
import {programEnvironment} from '../../studio/run/environment.mjs'
import {projectRoot} from '../../studio/run/projectRoot.mjs'
import type {RunningLake} from '../../studio/run/runningLake.ts'
import {expectFiguresOverMonths} from '../live/figuresOverMonths.ts'
import {createRandom, newSeed, randomInteger} from '../operations/random.ts'
import {sized} from '../rig/size.ts'
import {runDemoCommand} from './commands.ts'
import {countHistory} from './countHistory.ts'

const history = join(projectRoot, '../shared/data/online-retail')
const MONTHS = ['2010-12', '2011-01', '2011-02', '2011-03']

it('sells four real months at once, killed again and again, as the CSV itself counts them', async ({
  skip,
}) => {
  if (!existsSync(history)) {
    const reason =
      'The online-retail history is not beside the project (../shared/data/online-retail).'
    console.log(`Not run: ${reason}`)
    skip(reason)
  }
  const seed = newSeed()
  console.log(`seed ${seed}: TEST_SEED=${seed} repeats it`)
  const random = createRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'test-months-'))
  try {
    const texts = MONTHS.map((month) => sliceOf(month, sized(250, 50_000)))
    const paths = texts.map((text, index) => {
      const path = join(folder, `${MONTHS[index]}.csv`)
      writeFileSync(path, text)
      return path
    })
    const environment = {LAKE_DATA: join(folder, 'lake')}
    for (let kill = 0; kill < sized(2, 4); kill++) {
      await killAfter(paths, environment, randomInteger(random, 1_500, sized(3_000, 60_000)))
    }
    const started = performance.now()
    const replay = await runDemoCommand('replay', [...paths, '--json'], environment)
    const sold = performance.now()
    expect(replay.stderr).not.toContain('stopped')
    expect(JSON.parse(replay.stdout)).toEqual(countHistory(texts))
    const verify = await runDemoCommand('verify', ['--dataset', 'retail'], environment)
    expect(verify).toMatchObject({code: 0})
    const figures = await withLake(environment.LAKE_DATA, (lake) =>
      expectFiguresOverMonths(lake, 'retail'),
    )
    expect(figures.days).toBeGreaterThanOrEqual(MONTHS.length)
    expect(figures.bills).toBeGreaterThan(0)
    expect(figures.held).toBe(0)
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
    console.log(
      `last run ${seconds(started, sold)} s, verify ${seconds(sold, performance.now())} s`,
    )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})

/** The lake over these data, which no other process has open. */
async function withLake<T>(directory: string, look: (lake: RunningLake) => Promise<T>): Promise<T> {
  const token = randomBytes(24).toString('hex')
  const lake = await createLake({directory, tokens: [{token, role: 'administrator'}]})
  try {
    return await look({url: lake.url, token})
  } finally {
    await lake.close()
  }
}

function sliceOf(month: string, lines: number): string {
  const text = gunzipSync(readFileSync(join(history, `${month}.csv.gz`))).toString('utf8')
  return text.split('\n').slice(0, lines).join('\n')
}

/** `kill -9` of the replay and of the lake in its process, after so many milliseconds. */
async function killAfter(
  paths: readonly string[],
  environment: Record<string, string>,
  milliseconds: number,
): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'studio/demo/replay.ts', ...paths],
    {
      cwd: projectRoot,
      env: programEnvironment({...process.env, ...environment}),
      stdio: 'ignore',
    },
  )
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
  await once(child, 'close')
  clearTimeout(timer)
}
