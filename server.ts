import { createServer } from 'node:http'
import next from 'next'
import { closeDatabase } from '@/db/client'
import { findPlaces } from '@/domain/bids/find-places'
import { placeBid } from '@/domain/bids/place-bid'
import { findAttempt } from '@/domain/bids/queries'
import { lotSnapshot, roomSnapshot } from '@/domain/lots/queries'
import { mayWatch } from '@/domain/topics/may-watch'
import { env } from '@/env'
import { tokenFromCookieHeader } from '@/lib/access/session-cookie'
import { beatBidPath } from '@/lib/front-door/beat-bid-path'
import { setForwarded } from '@/lib/front-door/forwarded'
import { handleBids } from '@/lib/front-door/handle-bids'
import { handleRead } from '@/lib/front-door/handle-read'
import { endStreams, handleStream } from '@/lib/front-door/handle-stream'
import { handleTime } from '@/lib/front-door/handle-time'
import { keepPublicPages } from '@/lib/front-door/keep-public-pages'
import { limitRequests } from '@/lib/front-door/limit-requests'
import { refuseUnreadable } from '@/lib/front-door/refuse-unreadable'
import { reportFigures } from '@/lib/front-door/report-figures'
import { frontDoor } from '@/lib/front-door/route'
import { log } from '@/lib/log'

/**
 * The front door, on one port: it answers bids, live streams and what a room fetches itself, in plain Node, and hands
 * everything else to Next. `--dev` runs Next's development server behind it.
 */
const dev = process.argv.includes('--dev')
const app = next({ dev, dir: import.meta.dirname, port: env.PORT })

const answered = frontDoor({
  'POST /api/v1/lots/{lotId}/bids': handleBids(placeBid, findPlaces),
  'GET /api/v1/lots/{lotId}/bids/{key}': handleRead(findAttempt),
  'GET /api/v1/lots/{lotId}': handleRead(lotSnapshot),
  'GET /api/v1/lots/{lotId}/mine': handleRead(roomSnapshot),
  'GET /api/stream': handleStream(mayWatch),
  'GET /api/time': handleTime,
})

await app.prepare()
const handle = app.getRequestHandler()
// Next's development server compiles a page anew; a kept one would hide it.
const fromKept = dev ? () => false : keepPublicPages(handle, tokenFromCookieHeader)
const serve = limitRequests((request, response) => {
  if (answered(request, response) || fromKept(request, response)) return
  void handle(request, response)
})
const server = createServer((request, response) => {
  setForwarded(request)
  if (!refuseUnreadable(request, response)) serve(request, response)
})
server.headersTimeout = 10_000
server.requestTimeout = 60_000
server.keepAliveTimeout = 65_000
// Only the development server speaks over WebSocket.
const upgrade = dev ? app.getUpgradeHandler() : undefined
server.on('upgrade', (request, socket, head) => {
  if (upgrade) void upgrade(request, socket, head)
  else socket.destroy()
})

const reporting = reportFigures()
const beating = beatBidPath()
server.listen(env.PORT, () => log().info({ port: env.PORT, dev }, 'the web is listening'))

const GRACE_MS = 8_000
let stopping = false

/** Streams end at once, so that browsers go elsewhere; what is under way is answered; then the rest is cut. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  const closed = new Promise((resolve) => server.close(resolve))
  endStreams()
  server.closeIdleConnections()
  await closed
  clearTimeout(force)
  reporting.stop()
  beating.stop()
  await app.close()
  await closeDatabase()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
