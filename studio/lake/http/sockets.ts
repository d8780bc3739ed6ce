import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {type WebSocket, WebSocketServer} from 'ws'
import type {HostCheck} from '../access/hosts.ts'
import type {Origins} from '../access/origins.ts'
import {openStream} from '../listen/openStream.ts'
import {serveChannels} from '../listen/socketChannels.ts'
import {listenSocketPath} from '../listen/socketProtocol.ts'
import {createPresenceRoom, type PresenceRoom} from '../presence/room.ts'
import type {LakeContext} from './context.ts'
import type {Log} from './log.ts'
import {splitVersion} from './request.ts'

const maxMessageBytes = 256_000
const maxChannels = 500

export interface Sockets {
  /** Answers an upgrade: Host and Origin are checked here, tokens by each stream or message. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  close: () => void
}

export interface SocketPorts {
  context: LakeContext
  isOwnHost: HostCheck
  origins: Origins
  log: Log
}

/** `/listen-socket` carries streams, `/socket/<dataset>` presence. */
export function createSockets({context, isOwnHost, origins, log}: SocketPorts): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    clientTracking: true,
  })
  const rooms = new Map<string, PresenceRoom>()
  const identify = context.access.identify

  const authenticate = (authorization: string) => {
    try {
      return identify(authorization)
    } catch {
      return null
    }
  }

  const roomOf = (dataset: string) => {
    const known = rooms.get(dataset)
    if (known !== undefined) return known
    const room = createPresenceRoom(authenticate)
    rooms.set(dataset, room)
    return room
  }

  const findService = (path: string): ((socket: WebSocket) => void) | null => {
    if (path === listenSocketPath) {
      const open = (call: Parameters<typeof openStream>[1]) => openStream(context, call)
      return (socket) => serveChannels(socket, {open, identify, maxChannels})
    }
    const dataset = /^\/socket\/(?<dataset>[a-z0-9_-]+)$/.exec(path)?.groups?.dataset
    if (dataset === undefined || !context.store.hasDataset(dataset)) return null
    return (socket) => roomOf(dataset).join(socket)
  }

  return {
    upgrade(request, socket, head) {
      const {origin, host} = request.headers
      socket.on('error', () => socket.destroy())
      if (!isOwnHost(host)) return refuse(socket, '421 Misdirected Request')
      if (origin !== undefined && !origins.allows(origin)) return refuse(socket, '403 Forbidden')
      const {path} = splitVersion((request.url ?? '').split('?')[0] ?? '')
      const service = findService(path)
      if (service === null) {
        log.unknownEndpoint('WebSocket', path)
        return refuse(socket, '404 Not Found')
      }
      server.handleUpgrade(request, socket, head, service)
    },
    close() {
      for (const client of server.clients) client.close(1001, 'the lake is shutting down')
      server.close()
      for (const client of server.clients) setTimeout(() => client.terminate(), 500).unref()
    },
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
