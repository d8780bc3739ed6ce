import {once} from 'node:events'
import {connect as connectSocket} from 'node:net'
import {describe, expect, it} from 'vitest'
import {adminToken, cleanUp, connect, openTestLake} from './lakeRig.ts'

const megabyte = 1_000_000

describe('a listener that does not read', () => {
  it('is dropped, while others go on and memory stays bounded', async () => {
    const lake = await openTestLake()
    const socket = connectSocket(lake.port, '127.0.0.1')
    cleanUp(() => {
      socket.destroy()
    })
    socket.write(
      `GET /v1/data/listen/production?query=*&includeResult=true&includeMutations=false HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${adminToken}\r\n\r\n`,
    )
    await once(socket, 'readable')
    const client = connect(lake)
    const sent = 120
    for (let n = 0; n < sent; n++) {
      const text = 'x'.repeat(megabyte)
      await client.createOrReplace({_id: 'a', _type: 'note', n, text}, {returnDocuments: false})
    }
    let received = 0
    socket.on('data', (chunk: Buffer) => (received += chunk.byteLength))
    socket.on('error', () => {})
    await once(socket, 'close')
    expect(received).toBeLessThan(sent * megabyte)
    expect(await client.fetch('*[_id == "a"][0].n')).toBe(sent - 1)
  })
})
