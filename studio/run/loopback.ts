import type {AddressInfo} from 'node:net'
import {createServer} from 'node:http'
import type {Server} from 'node:http'
import {CommandError, systemCode} from './errors.ts'

export interface LoopbackListener {
  port: number
  close: () => Promise<void>
}

/**
 * Listens on `port` (0 takes a free one) of 127.0.0.1 and, where the machine has it, of ::1.
 * @throws CommandError that names `variable` when the port is taken
 */
export async function listenOnLoopback(
  create: () => Server,
  wanted: number,
  variable: string,
): Promise<LoopbackListener> {
  const v4 = create()
  const port = await listen(v4, '127.0.0.1', wanted, variable)
  const v6 = create()
  const servers = [v4]
  try {
    await listen(v6, '::1', port, variable)
    servers.push(v6)
  } catch (error) {
    const hasNoIpv6 = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(systemCode(error) ?? '')
    if (!hasNoIpv6) {
      await close(v4)
      throw error
    }
  }
  return {port, close: async () => void (await Promise.all(servers.map(close)))}
}

function listen(server: Server, host: string, port: number, variable: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(toCommandError(error, port, variable)))
    server.listen(port, host, () => resolve(portOf(server.address())))
  })
}

function toCommandError(error: Error, port: number, variable: string): Error {
  const code = systemCode(error)
  if (code === 'EADDRINUSE') {
    return new CommandError(
      `Port ${port} is taken by another program. Stop it, or choose another port with ${variable}=….`,
    )
  }
  if (code === 'EACCES') {
    return new CommandError(`Port ${port} is not allowed here. Choose another with ${variable}=….`)
  }
  return error
}

function portOf(address: AddressInfo | string | null): number {
  if (address !== null && typeof address === 'object') return address.port
  throw new Error('The server has no port.')
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** @throws CommandError that names `variable` when the port is taken */
export async function assertPortFree(port: number, variable: string): Promise<void> {
  const probe = await listenOnLoopback(() => createServer(), port, variable)
  await probe.close()
}
