import {connect, type Socket} from 'node:net'

/** A request of the token `bench` as it goes over the wire. */
export function toRequest(method: string, path: string, body = ''): string {
  const headers = `host: localhost\r\nauthorization: Bearer bench\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}`
  return `${method} ${path} HTTP/1.1\r\n${headers}\r\n\r\n${body}`
}

export async function openSocket(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return socket
}

/** One kept connection; small requests and answers, one at a time: the client must cost little. */
export async function openConnection(port: number) {
  const socket = await openSocket(port)
  let received = ''
  let take: (answer: string) => void = () => {}
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk
    const end = received.indexOf('\r\n\r\n')
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? Number.NaN)
    if (end === -1 || received.length < end + 4 + length) return
    const answer = received
    received = ''
    take(answer)
  })
  const ask = (request: string) =>
    new Promise<string>((resolve) => {
      take = resolve
      socket.write(request)
    })
  return Object.assign(ask, {end: () => socket.end()})
}
