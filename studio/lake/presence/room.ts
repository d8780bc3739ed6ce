import {randomUUID} from 'node:crypto'
import {safeParse} from 'valibot'
import type {WebSocket} from 'ws'
import type {Identity} from '../access/types.ts'
import {errorCodes, rpcRequest, toError, toResult, toSubscriptionMessage} from './protocol.ts'

/** Who is where in the Studio, passed between the sockets of one dataset; nothing is kept. */
export interface PresenceRoom {
  join: (socket: WebSocket) => void
}

export type Authenticate = (authorization: string) => Identity | null

interface Member {
  identity: Identity | null
  subscriptions: Set<string>
  /** Studio sessions announced through this socket. */
  sessions: Set<string>
}

const maxMessageBytes = 64_000
/** Of one socket; the Studio has one of each. */
const maxSubscriptions = 50
const maxSessions = 50

export function createPresenceRoom(authenticate: Authenticate): PresenceRoom {
  const members = new Map<WebSocket, Member>()

  const broadcast = (from: WebSocket, message: unknown) => {
    for (const [socket, {identity, subscriptions}] of members) {
      if (socket === from || identity === null || socket.bufferedAmount > maxMessageBytes * 20)
        continue
      for (const id of subscriptions) socket.send(toSubscriptionMessage(id, message))
    }
  }

  const leave = (socket: WebSocket) => {
    const member = members.get(socket)
    members.delete(socket)
    for (const session of member?.sessions ?? []) {
      broadcast(socket, {type: 'disconnect', i: member?.identity?.id, m: {session}})
    }
  }

  const receive = (socket: WebSocket, member: Member, text: string) => {
    const parsed = safeParse(rpcRequest, parseJson(text))
    if (!parsed.success) {
      socket.send(toError(null, errorCodes.invalidRequest, 'This is no JSON-RPC 2.0 request'))
      return
    }
    const {id, method, params} = parsed.output
    if (method === 'authorization') member.identity = authenticate(String(params.authorization))
    if (member.identity === null) {
      socket.send(toError(id, errorCodes.unauthorized, 'Send a token of this lake first'))
      return
    }
    const result = call(socket, member, member.identity, method, params, broadcast)
    socket.send(
      result === undefined
        ? toError(id, errorCodes.methodNotFound, `There is no method ${method}`)
        : toResult(id, result),
    )
  }

  return {
    join(socket) {
      const member = {identity: null, subscriptions: new Set<string>(), sessions: new Set<string>()}
      members.set(socket, member)
      const heartbeat = setInterval(() => socket.send('♥'), 20_000)
      heartbeat.unref()
      socket.on('message', (raw) => receive(socket, member, String(raw)))
      socket.on('error', () => socket.terminate())
      socket.on('close', () => {
        clearInterval(heartbeat)
        leave(socket)
      })
    },
  }
}

function call(
  socket: WebSocket,
  member: Member,
  {id: user}: Identity,
  method: string,
  params: Readonly<Record<string, unknown>>,
  broadcast: (from: WebSocket, message: unknown) => void,
): unknown {
  switch (method) {
    case 'authorization':
      return true
    case 'presence_subscribe': {
      if (member.subscriptions.size >= maxSubscriptions) return undefined
      const subscription = randomUUID()
      member.subscriptions.add(subscription)
      return subscription
    }
    case 'presence_unsubscribe':
      member.subscriptions.delete(String(params.subscriptionId))
      return true
    case 'presence_rollcall':
      broadcast(socket, {type: 'rollCall', i: user, session: params.session})
      return true
    case 'presence_announce':
      rememberSession(member, params.data)
      broadcast(socket, {type: 'state', i: user, m: params.data})
      return true
    case 'presence_disconnect':
      member.sessions.delete(String(params.session))
      broadcast(socket, {type: 'disconnect', i: user, m: {session: params.session}})
      return true
    default:
      return undefined
  }
}

function rememberSession(member: Member, data: unknown): void {
  if (typeof data !== 'object' || data === null || !('sessionId' in data)) return
  if (typeof data.sessionId === 'string' && member.sessions.size < maxSessions)
    member.sessions.add(data.sessionId)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
