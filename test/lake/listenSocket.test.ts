import {once} from 'node:events'
import {WebSocket} from 'ws'
import {describe, expect, it} from 'vitest'
import type {Lake} from '../../studio/lake/lake.ts'
import {adminToken, cleanUp, connect, openTestLake} from './lakeRig.ts'

const authorized = {authorization: `Bearer ${adminToken}`}
const notes = '/vX/data/listen/production?query=*%5B_type%3D%3D%22note%22%5D&includeResult=true'

/** A socket that keeps what it received. */
async function openSocket(lake: Lake, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://localhost:${lake.port}/listen-socket`, {headers})
  cleanUp(() => socket.terminate())
  const frames: Record<string, unknown>[] = []
  let wake = () => {}
  socket.on('message', (raw) => {
    frames.push(JSON.parse(String(raw)))
    wake()
  })
  await once(socket, 'open')
  const until = async (isWanted: (frame: Record<string, unknown>) => boolean) => {
    for (;;) {
      const found = frames.find(isWanted)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return {socket, frames, until, send: (message: unknown) => socket.send(JSON.stringify(message))}
}

const isChunk = (channel: number, text: string) => (frame: Record<string, unknown>) =>
  frame.chunk === channel && String(frame.text).includes(text)

describe('many streams over one socket', () => {
  it('carries each stream as its own SSE answer', async () => {
    const lake = await openTestLake()
    const {send, until, frames} = await openSocket(lake)
    for (let channel = 1; channel <= 20; channel++)
      send({open: channel, url: notes, headers: authorized})
    for (let channel = 1; channel <= 20; channel++)
      await until(isChunk(channel, 'event: welcome\n'))
    expect(frames.find((frame) => frame.head === 7)).toEqual({
      head: 7,
      status: 200,
      headers: expect.objectContaining({
        'content-type': expect.stringContaining('text/event-stream'),
      }),
    })
    await connect(lake).create({_id: 'a', _type: 'note', title: 'Ünï "x"\n'})
    for (let channel = 1; channel <= 20; channel++) {
      const frame = await until(isChunk(channel, 'event: mutation\n'))
      const data = /^data: (?<json>.*)$/m.exec(String(frame.text))?.groups?.json ?? ''
      expect(JSON.parse(data)).toMatchObject({documentId: 'a', result: {title: 'Ünï "x"\n'}})
    }
  })

  it('stops a stream that was closed and leaves the others', async () => {
    const lake = await openTestLake()
    const {send, until, frames} = await openSocket(lake)
    send({open: 1, url: notes, headers: authorized})
    send({open: 2, url: notes, headers: authorized})
    await until(isChunk(2, 'welcome'))
    send({close: 1})
    send({open: 3, url: notes, headers: authorized})
    await until(isChunk(3, 'welcome'))
    await connect(lake).create({_id: 'a', _type: 'note'})
    await until(isChunk(3, 'mutation'))
    expect(frames.some(isChunk(2, 'mutation'))).toBe(true)
    expect(frames.some(isChunk(1, 'mutation'))).toBe(false)
  })

  it('checks the token of each stream and answers errors as HTTP would', async () => {
    const lake = await openTestLake()
    const {send, until} = await openSocket(lake)
    send({open: 1, url: notes})
    expect(await until((frame) => frame.head === 1)).toMatchObject({status: 401})
    expect(JSON.parse(String((await until((frame) => frame.chunk === 1)).text))).toMatchObject({
      statusCode: 401,
      error: 'Unauthorized',
    })
    await until((frame) => frame.end === 1)
    send({open: 2, url: '/v1/data/query/production?query=*', headers: authorized})
    expect(await until((frame) => frame.head === 2)).toMatchObject({status: 404})
    send({open: 3, url: '/v1/data/listen/none?query=*', headers: authorized})
    expect(await until((frame) => frame.head === 3)).toMatchObject({status: 404})
    send({open: 4, url: '/v1/data/listen/production?query=*%5B', headers: authorized})
    expect(await until((frame) => frame.head === 4)).toMatchObject({status: 200})
    await until(isChunk(4, 'event: channelError\n'))
    await until((frame) => frame.end === 4)
  })

  it('resumes like SSE does', async () => {
    const lake = await openTestLake()
    const {send, until} = await openSocket(lake)
    send({open: 1, url: `${notes}&enableResume=true`, headers: authorized})
    const {text} = await until(isChunk(1, 'welcome'))
    const id = /^id: (?<id>.*)$/m.exec(String(text))?.groups?.id ?? ''
    send({close: 1})
    await connect(lake).create({_id: 'a', _type: 'note'})
    send({
      open: 2,
      url: `${notes}&enableResume=true`,
      headers: {...authorized, 'Last-Event-ID': id},
    })
    await until(isChunk(2, 'event: welcomeback\n'))
    await until(isChunk(2, '"documentId":"a"'))
  })

  it('opens for its own hosts and allowed origins only', async () => {
    const lake = await openTestLake({origins: ['http://localhost:3333']})
    await openSocket(lake, {origin: 'http://localhost:3333'})
    const refusals: Record<string, string>[] = [
      {origin: 'http://evil.example'},
      {origin: 'null'},
      {host: 'evil.example'},
    ]
    for (const headers of refusals)
      await expect(openSocket(lake, headers)).rejects.toThrow(/4(03|21)/)
  })

  it('closes a socket that sends something else', async () => {
    const {socket, send} = await openSocket(await openTestLake())
    send({hello: 'there'})
    expect((await once(socket, 'close'))[0]).toBe(1003)
  })
})
