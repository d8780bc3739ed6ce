// The one door of every `npm run …`. Plain JavaScript for Node 20: on a fresh clone nothing is installed yet.
import {spawn} from 'node:child_process'
import {commands} from './commands.mjs'
import {programEnvironment} from './environment.mjs'
import {installWhatIsMissing} from './install.mjs'
import {onParentGone} from './parentGone.mjs'
import {projectRoot} from './projectRoot.mjs'

const [name = '', ...args] = process.argv.slice(2)
const steps = commands[name]
if (!steps) {
  console.error(`There is no command "${name}". Commands: ${Object.keys(commands).join(', ')}.`)
  process.exit(1)
}

if (!(await installWhatIsMissing())) process.exit(1)
for (const step of steps(args)) {
  const code = await run(step)
  if (code !== 0) process.exit(code)
}

/** Runs one program of `node_modules/.bin`, passes signals and the end of npm on, resolves with its exit code. */
function run({program, args, env = {}}) {
  return new Promise((resolve) => {
    const bin = `${projectRoot}/node_modules/.bin`
    const child = spawn(`${bin}/${program}`, args, {
      cwd: projectRoot,
      stdio: 'inherit',
      env: {...programEnvironment(process.env), PATH: `${bin}:${process.env.PATH}`, ...env},
    })
    const pass = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const endWatch = onParentGone(() => stop(child))
    child.on('error', (error) => {
      console.error(`${program} did not start: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      endWatch()
      for (const each of signals) process.off(each, pass)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1))
    })
  })
}

/** Asks the program to end; one that is stuck has three seconds. */
function stop(child) {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), 3000).unref()
}
