import {spawn} from 'node:child_process'
import {programEnvironment} from '../../studio/run/environment.mjs'
import {projectRoot} from '../../studio/run/projectRoot.mjs'

export interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs `studio/demo/NAME.ts` as `npm run NAME` would. `environment` is added to the test's own. */
export function runDemoCommand(
  name: 'replay' | 'verify',
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', `studio/demo/${name}.ts`, ...args],
      {
        cwd: projectRoot,
        env: programEnvironment({...process.env, ...environment}),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.once('error', reject)
    child.once('close', (code) => resolve({code, stdout, stderr}))
  })
}
