import {spawn} from 'node:child_process'
import {readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {CommandError} from './errors.ts'
import {findBuild, removeOldBuilds} from './keptBuilds.ts'
import {projectRoot} from './projectRoot.mjs'
import {quietSanity} from './quietSanity.ts'
import {studioSourceKey} from './sourceKey.ts'

const buildsDirectory = join(projectRoot, 'studio', '.build')

const mobileDirectory = join(projectRoot, 'studio', 'mobile')

/**
 * The folder of the static Studio for the sources as they are now, with the phone page in `mobile`; built when there is
 * none yet. Nothing of a lake is in it: the server adds the session to each page. `root` holds the `sanity.config` of
 * another Studio of this project than the demo.
 * @throws CommandError with the output of the build that fails
 */
export async function buildStudio(
  onBuild: () => void = () => {},
  root: string = projectRoot,
): Promise<string> {
  const key = studioSourceKey(projectRoot, relative(projectRoot, root))
  const kept = findBuild(buildsDirectory, key)
  if (kept !== null) return kept
  onBuild()
  const draft = join(buildsDirectory, `${key}.${process.pid}`)
  rmSync(draft, {recursive: true, force: true})
  await runBuild(draft, 'sanity', ['build', draft, '--yes'], root)
  await runBuild(
    draft,
    'vite',
    ['build', mobileDirectory, '--outDir', join(draft, 'mobile')],
    projectRoot,
  )
  dropForeignFonts(draft)
  const built = findBuild(buildsDirectory, key) ?? moveTo(join(buildsDirectory, key), draft)
  rmSync(draft, {recursive: true, force: true})
  removeOldBuilds(buildsDirectory)
  return built
}

/** The theme's style sheets load Inter from Sanity's servers; without it the system's font is used. */
function dropForeignFonts(directory: string): void {
  const styles = readdirSync(join(directory, 'static')).filter((name) => name.endsWith('.css'))
  for (const path of styles.map((name) => join(directory, 'static', name))) {
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replaceAll(/@font-face\s*\{[^}]*https:[^}]*\}/g, ''),
    )
  }
}

function moveTo(kept: string, draft: string): string {
  renameSync(draft, kept)
  return kept
}

async function runBuild(
  directory: string,
  command: 'sanity' | 'vite',
  args: readonly string[],
  cwd: string,
): Promise<void> {
  const output: Buffer[] = []
  const child = spawn(join(projectRoot, 'node_modules', '.bin', command), args, {
    cwd,
    env: {...process.env, NODE_ENV: 'production', ...quietSanity},
  })
  const kill = () => child.kill()
  process.once('exit', kill)
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  process.off('exit', kill)
  if (code === 0) return
  rmSync(directory, {recursive: true, force: true})
  throw new CommandError(`The Studio could not be built:\n${Buffer.concat(output).toString()}`)
}
