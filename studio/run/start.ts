import {buildStudio} from './buildStudio.ts'
import {assertDataUnused} from './demoLake.ts'
import {joinSession, openDemoSession, readAhead} from './demoSession.ts'
import {findRunningLake} from './runningLake.ts'
import {runUntilStopped} from './runUntilStopped.ts'
import type {StartOptions} from './startOptions.ts'
import {readStartOptions} from './startOptions.ts'
import {openJoiningServer} from './studioPorts.ts'
import {openStudioServer} from './studioServer.ts'

/** `npm start`: the lake, the demo shop, and the Studio from a static build. */
await runUntilStopped(async (closing) => {
  const options = readStartOptions(process.argv.slice(2), process.env)
  const running = options.mayJoin ? findRunningLake(options.dataDirectory) : null
  if (!running) assertDataUnused(options.dataDirectory)
  const server = running
    ? await openJoiningServer(running.studioPorts, chosenPort(options))
    : await openStudioServer(options.studioPort)
  closing(server.close)
  const [session, directory] = await Promise.all([
    running
      ? joinSession(running, options.dataset)
      : openDemoSession(options, server.port, closing),
    buildStudio(() => console.log('Building the Studio (about 20 s, once per change).')),
  ])
  server.serve({directory, session})
  if (running) console.log(`Joined the lake that runs at ${running.url}.`)
  console.log(`\nThe shop is open: ${server.url}\nCtrl-C stops it.`)
  await readAhead(session)
})

function chosenPort(options: StartOptions): number | undefined {
  return options.isStudioPortChosen ? options.studioPort : undefined
}
