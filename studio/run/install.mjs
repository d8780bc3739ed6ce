import {spawn} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {projectRoot} from './projectRoot.mjs'

// Not `npm ci`: it refuses a lockfile made where the registry carries no packages for other platforms.
const INSTALL = ['install', '--no-save', '--include=dev', '--loglevel=error']

/**
 * Runs `npm install` when node_modules is missing, unfinished or no longer what package-lock.json says.
 * Resolves with `false`, after words on the terminal, when that fails.
 */
export async function installWhatIsMissing() {
  const reason = reasonToInstall()
  if (reason === null) return true
  console.log(`${reason} Installing with npm: one to three minutes, about 800 MB.`)
  const code = await npmInstall()
  if (code !== 0) {
    console.error(
      `npm install ended with code ${code}, so nothing was started. Read its message above, then run the same command again.`,
    )
    return false
  }
  const left = reasonToInstall()
  if (left !== null)
    console.error(
      `npm install ended well, and yet: ${left} Does an .npmrc set omit or ignore-scripts?`,
    )
  return left === null
}

/** A sentence, or `null` when everything is there. `root` is the folder of package.json. */
export function reasonToInstall(root = projectRoot) {
  const wanted = readPackages(join(root, 'package-lock.json'))
  if (wanted === null)
    throw new Error('package-lock.json is missing or no JSON: restore it with git.')
  if (!existsSync(join(root, 'node_modules'))) return 'The packages are not installed yet.'
  // npm writes this file last: an interrupted install has none, or an older one.
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (installed === null) return 'The last install did not finish.'
  const stale = Object.keys(wanted).find((path) => isStale(path, wanted[path], installed[path]))
  if (stale !== undefined)
    return `package-lock.json has changed (${stale.replace('node_modules/', '')}).`
  if (!existsSync(join(root, 'node_modules', '.bin', 'node'))) return 'Node 22 is not in place.'
  return null
}

function isStale(path, wanted, installed) {
  if (path === '') return false
  // Packages for other platforms are in the lockfile and not on disk.
  if (installed === undefined) return !(wanted.optional || wanted.devOptional)
  return installed.version !== wanted.version
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

function npmInstall() {
  return new Promise((resolve) => {
    const npm = process.env.npm_execpath
    const [program, args] = npm ? [process.execPath, [npm, ...INSTALL]] : ['npm', INSTALL]
    const child = spawn(program, args, {cwd: projectRoot, stdio: 'inherit'})
    child.on('error', (error) => {
      console.error(`npm did not start: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 130))
  })
}
