import {readFileSync} from 'node:fs'

const EVERY_MS = 100

/**
 * Calls `stop` once when the npm that runs this process is gone. npm runs a script as `npm → sh → this`: a signal to npm
 * ends the shell and never arrives here, and a killed npm leaves even the shell. Does nothing when npm is not above.
 * Returns the function that ends the watch. `env` and `readAncestors` are those of this process.
 */
export function onParentGone(stop, env = process.env, readAncestors = ancestors) {
  if (env.npm_lifecycle_event === undefined) return () => {}
  const first = readAncestors()
  const timer = setInterval(() => {
    if (readAncestors() === first) return
    clearInterval(timer)
    stop()
  }, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** The process ids above this one up to npm: an orphan's change to those of whoever adopts it. */
function ancestors() {
  const parent = process.ppid
  return `${parent} ${parentOfShell(parent)}`
}

/** Empty where the parent is no shell (npm itself then), or where there is no /proc: there `sh` becomes the script. */
function parentOfShell(pid) {
  try {
    const [, option] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    if (option !== '-c') return ''
    // "PID (NAME) STATE PARENT …", and the name may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1] ?? ''
  } catch {
    return ''
  }
}
