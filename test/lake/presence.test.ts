import {type BifurClient, fromSanityClient} from '@sanity/bifur-client'
import {firstValueFrom} from 'rxjs'
import {describe, expect, it} from 'vitest'
import type {Lake} from '../../studio/lake/lake.ts'
import {adminToken, connect, openTestLake, record, viewerToken} from './lakeRig.ts'

function join(lake: Lake, token: string): BifurClient {
  const client = connect(lake, {token})
  return fromSanityClient({
    config: () => ({dataset: 'production', token}),
    getUrl: (path) => client.getUrl(path),
  })
}

const announce = (client: BifurClient, sessionId: string) =>
  firstValueFrom(
    client.request('presence_announce', {data: {locations: [{path: ['title']}], sessionId}}),
  )

describe('presence', () => {
  it('tells the others who is where, who calls the roll and who left', async () => {
    const lake = await openTestLake()
    const heard = record(join(lake, adminToken).listen<{type: string}>('presence'))
    const other = join(lake, viewerToken)
    const stay = record(other.listen('presence'))
    // The roll is called until the first listener hears it: its own subscription takes a moment.
    const called = heard.until(({type}) => type === 'rollCall')
    const calling = (async () => {
      for (;;) {
        const done = await Promise.race([
          called,
          firstValueFrom(other.request('presence_rollcall', {session: 's2'})),
        ])
        if (typeof done === 'object' && done !== null) return done
      }
    })()
    expect(await calling).toEqual({type: 'rollCall', i: 'viewer', session: 's2'})
    await announce(other, 's2')
    expect(await heard.until(({type}) => type === 'state')).toEqual({
      type: 'state',
      i: 'viewer',
      m: {locations: [{path: ['title']}], sessionId: 's2'},
    })
    await firstValueFrom(other.request('presence_disconnect', {session: 's2'}))
    expect(await heard.until(({type}) => type === 'disconnect')).toEqual({
      type: 'disconnect',
      i: 'viewer',
      m: {session: 's2'},
    })
    stay.stop()
  })

  it('answers nobody without a token', async () => {
    const lake = await openTestLake()
    const socket = new WebSocket(`ws://localhost:${lake.port}/v1/socket/production`)
    const answer = new Promise<unknown>((resolve) => {
      socket.addEventListener('message', (event) => resolve(JSON.parse(String(event.data))))
    })
    socket.addEventListener('open', () =>
      socket.send(
        JSON.stringify({jsonrpc: '2.0', id: '1', method: 'presence_rollcall', params: {}}),
      ),
    )
    expect(await answer).toMatchObject({id: '1', error: {code: 4001}})
    socket.close()
  })
})
