import { connect } from 'node:net'

/**
 * One bidder's connection, kept open: one bid at a time. A bare socket, because a full HTTP client would take more of the
 * shared cores than the web it measures.
 * @param {{host: string, port: number, origin: string, token: string}} where
 * @returns {{send: (bid: {lot: string, maxMinor: string}, answered: (status: number, body: string) => void) => void,
 *   opened: Promise<void>, ended: Promise<void>, end: () => void}} `ended` rejects when the connection breaks
 */
export function openBidder({ host, port, origin, token }) {
  const socket = connect(port, host)
  socket.setNoDelay(true)
  socket.setEncoding('latin1')
  let received = ''
  let waiting
  const send = ({ lot, maxMinor }, answered) => {
    waiting = answered
    const body = `{"maxMinor":"${maxMinor}"}`
    socket.write(
      `POST /api/v1/lots/${lot}/bids HTTP/1.1\r\nhost: ${host}:${port}\r\norigin: ${origin}\r\ncookie: session=${token}\r\n` +
        `content-type: application/json\r\ncontent-length: ${body.length}\r\nidempotency-key: ${crypto.randomUUID()}\r\n\r\n${body}`,
    )
  }
  socket.on('data', (chunk) => {
    received += chunk
    const head = received.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0)
    if (received.length < head + 4 + length) return
    const [status, body] = [Number(received.slice(9, 12)), received.slice(head + 4, head + 4 + length)]
    received = received.slice(head + 4 + length)
    // A web ends a connection that never asked for anything with an answer of its own.
    waiting?.(status, body)
  })
  const opened = new Promise((resolve) => socket.once('connect', resolve))
  const ended = new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', resolve)
  })
  return { send, opened, ended, end: () => socket.end() }
}

/**
 * Sends a bid, waits for its answer, sends the next.
 * @param {() => {lot: string, maxMinor: string} | undefined} next the next bid; undefined ends the connection
 * @param {(status: number, milliseconds: number) => void} answered
 * @returns {Promise<void>} when the connection has ended
 */
export async function keepBidding(where, next, answered) {
  const bidder = openBidder(where)
  const once = () => {
    const bid = next()
    if (!bid) return bidder.end()
    const started = performance.now()
    bidder.send(bid, (status) => {
      answered(status, performance.now() - started)
      once()
    })
  }
  void bidder.opened.then(once)
  await bidder.ended
}
