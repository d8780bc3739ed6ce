import {CommandError} from './errors.ts'
import type {StudioServer} from './studioServer.ts'
import {openStudioServer} from './studioServer.ts'

/** The Studio's own port and nine more, for Studios that join the same lake later. */
export function nearbyPorts(studioPort: number): number[] {
  return Array.from({length: 10}, (_, index) => studioPort + index).filter((port) => port <= 65535)
}

/**
 * Takes the first free of the ports whose pages a running lake answers; only `chosen`, when that is one of them.
 * @throws CommandError when there is none
 */
export async function openJoiningServer(
  ports: readonly number[],
  chosen: number | undefined,
): Promise<StudioServer> {
  const candidates = ports.filter((port) => chosen === undefined || port === chosen)
  for (const port of candidates) {
    const server = await openStudioServer(port).catch((error: unknown) => {
      if (error instanceof CommandError) return null
      throw error
    })
    if (server) return server
  }
  throw new CommandError(
    `The lake that runs here answers Studios on the ports ${ports.join(', ')} only, and ${chosen ?? 'each of them'} is taken or not among them. Stop a Studio, or choose another of them with STUDIO_PORT=….`,
  )
}
