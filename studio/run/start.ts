import {buildStudio} from './buildStudio.ts'
import {openDemoSession} from './demoSession.ts'
import {runUntilStopped} from './runUntilStopped.ts'
import {readStartOptions} from './startOptions.ts'
import {openStudioServer} from './studioServer.ts'

/** `npm start`: the lake, the demo shop, and the Studio from a static build. */
await runUntilStopped(async (closing) => {
  const options = readStartOptions(process.argv.slice(2), process.env)
  const server = await openStudioServer(options.studioPort)
  closing(server.close)
  const build = buildStudio(() => console.log('Building the Studio (about 20 s, once per change).'))
  const [session, directory] = await Promise.all([
    openDemoSession(options, server.url, closing),
    build,
  ])
  server.serve({directory, session})
  console.log(`\nThe shop is open: ${server.url}\nCtrl-C stops it.`)
})
