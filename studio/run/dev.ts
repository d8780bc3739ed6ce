import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {assertDataUnused} from './demoLake.ts'
import {openDemoSession} from './demoSession.ts'
import {CommandError} from './errors.ts'
import {assertPortFree} from './loopback.ts'
import {projectRoot} from './projectRoot.mjs'
import {quietSanity} from './quietSanity.ts'
import {runUntilStopped} from './runUntilStopped.ts'
import {readStartOptions} from './startOptions.ts'

/** `npm run dev`: as `npm start`, with the Studio from `sanity dev`, which reloads what changes. */
await runUntilStopped(async (closing) => {
  const options = readStartOptions(process.argv.slice(2), process.env)
  assertDataUnused(options.dataDirectory)
  await assertPortFree(options.studioPort, 'STUDIO_PORT')
  const url = `http://localhost:${options.studioPort}/`
  const session = await openDemoSession(options, options.studioPort, closing)
  const sanity = spawn(
    join(projectRoot, 'node_modules', '.bin', 'sanity'),
    ['dev', '--host', 'localhost', '--port', String(options.studioPort)],
    {
      cwd: projectRoot,
      stdio: 'inherit',
      env: {...process.env, ...quietSanity, SANITY_STUDIO_SESSION: JSON.stringify(session)},
    },
  )
  closing(async () => void sanity.kill())
  console.log(
    `\nThe shop is open, once the line above says that it is ready: ${url}\nCtrl-C stops it.`,
  )
  await new Promise<void>((resolve, reject) => {
    sanity.on('error', reject)
    sanity.on('exit', (code) => {
      if (code === 0 || code === null) resolve()
      else reject(new CommandError(`sanity dev ended with code ${code}; its own words are above.`))
    })
  })
})
