import type {Access} from '../access/access.ts'
import {LakeError} from '../errors.ts'
import type {Identity} from '../access/types.ts'
import type {RequireDataset} from '../http/context.ts'
import {createEventFrame} from './frame.ts'
import type {ListenHub} from './hub.ts'
import {readListenOptions} from './options.ts'
import {delaySink, type Sink} from './sink.ts'

/** A request for a stream, by SSE or through the shared socket. */
export interface StreamCall {
  dataset: string
  query: URLSearchParams
  apiVersion: string
  identity: Identity | null
  lastEventId: string | undefined
}

export interface StreamPorts {
  hub: ListenHub
  access: Access
  requireDataset: RequireDataset
  /** Milliseconds every frame is sent later. */
  latency: number
}

/**
 * Checks a call and returns how to open its stream. As in the hosted lake a bad query is no HTTP
 * error: the stream opens and holds one `channelError`.
 * @throws ApiError 401, 404, 429
 */
export async function openStream(
  {hub, access, requireDataset, latency}: StreamPorts,
  call: StreamCall,
): Promise<(sink: Sink) => void> {
  const dataset = requireDataset(call.dataset)
  const reader = access.reader(call.identity, dataset)
  try {
    const options = readListenOptions(call.query, call.apiVersion)
    const {lastEventId} = call
    const open = await hub.prepare({dataset: dataset.name, options, access: reader, lastEventId})
    return (sink) => open(delaySink(sink, latency))
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    return (sink) => sendChannelError(sink, error)
  }
}

function sendChannelError(sink: Sink, {type, message, details}: LakeError): void {
  const error = {...details, type, description: message}
  sink.open()
  sink.write(createEventFrame('channelError', JSON.stringify({error})))
  sink.end()
}
