import { connect } from 'node:net'

/**
 * One bidder's connection: sends a bid, waits for its answer, sends the next. Bare sockets, because a full HTTP client
 * would take more of the shared cores than the web it measures.
 * @param {{host: string, port: number, origin: string, token: string}} where
 * @param {() => {lot: string, maxMinor: string} | undefined} next the next bid; undefined ends the connection
 * @param {(status: number, milliseconds: number) => void} answered
 * @returns {Promise<void>} when the connection has ended
 */
export function keepBidding({ host, port, origin, token }, next, answered) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, host)
    let received = ''
    let started = 0
    const send = () => {
      const bid = next()
      if (!bid) return socket.end()
      const body = JSON.stringify({ maxMinor: bid.maxMinor })
      started = performance.now()
      socket.write(
        `POST /api/v1/lots/${bid.lot}/bids HTTP/1.1\r\nhost: ${host}:${port}\r\norigin: ${origin}\r\ncookie: session=${token}\r\n` +
          `content-type: application/json\r\ncontent-length: ${body.length}\r\nidempotency-key: ${crypto.randomUUID()}\r\n\r\n${body}`,
      )
    }
    socket.setEncoding('latin1')
    socket.on('connect', send)
    socket.on('data', (chunk) => {
      received += chunk
      const head = received.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)
      if (received.length < head + 4 + length) return
      answered(Number(received.slice(9, 12)), performance.now() - started)
      received = received.slice(head + 4 + length)
      send()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve())
  })
}
