import {createServer, type RequestListener, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {Sockets} from './sockets.ts'

/** One port on both loopback addresses. */
export interface LoopbackServers {
  port: number
  close: () => Promise<void>
}

/**
 * @param port - 0 takes a free one
 * @throws Error `EADDRINUSE` when another program has the port
 */
export async function listenOnLoopback(
  port: number,
  answer: RequestListener,
  upgrade: Sockets['upgrade'],
): Promise<LoopbackServers> {
  const first = await start(answer, upgrade, port, '127.0.0.1')
  const taken = portOf(first)
  const second = await startIfThere(answer, upgrade, taken).catch(async (error: unknown) => {
    await stop(first)
    throw error
  })
  const servers = second === null ? [first] : [first, second]
  return {
    port: taken,
    close: async () => {
      await Promise.all(servers.map(stop))
    },
  }
}

/** `null` on a machine without IPv6. */
async function startIfThere(answer: RequestListener, upgrade: Sockets['upgrade'], port: number) {
  try {
    return await start(answer, upgrade, port, '::1')
  } catch (error) {
    const isAbsent =
      error instanceof Error &&
      'code' in error &&
      (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
    if (isAbsent) return null
    throw error
  }
}

function start(
  answer: RequestListener,
  upgrade: Sockets['upgrade'],
  port: number,
  host: string,
): Promise<Server> {
  const server = createServer({keepAliveTimeout: 65_000, requestTimeout: 120_000}, answer)
  server.on('upgrade', upgrade)
  server.on('clientError', (_error, socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({port, host, ipv6Only: true}, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The lake has no port.')
  return address.port
}

/** Open requests get a moment to end; what still streams then is cut. */
function stop(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), 1_000)
  server.closeIdleConnections()
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
  })
}
