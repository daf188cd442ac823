import type { IncomingMessage, ServerResponse } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '@/lib/access/network-of'
import { secondsUntil } from '@/lib/access/throttle'
import { sendRefusal } from './answer'
import { recentPerson, tokenHashOf } from './read-person'

/**
 * How much one person, and one network, may ask of one process: so many times in so many seconds. The sharp limit is the
 * person's. The network's is wide, because five hundred people in one building share an address, and counts only those
 * whom nobody here knows: a neighbour cannot use up what a signed-in bidder needs.
 */
const LIMITS = {
  read: { person: { times: 300, seconds: 10 }, network: { times: 4000, seconds: 10 } },
  /** Whole tables, as CSV or otherwise. */
  export: { person: { times: 60, seconds: 60 }, network: { times: 300, seconds: 60 } },
  /** The opening of a live stream. How many are open at once is `handle-stream`'s. */
  stream: { person: { times: 60, seconds: 30 }, network: { times: 2000, seconds: 30 } },
  upload: { person: { times: 30, seconds: 60 }, network: { times: 300, seconds: 60 } },
  /** Reports of other systems, which are nobody, whatever cookie they bring: signatures are checked only so often. */
  webhook: { person: undefined, network: { times: 300, seconds: 60 } },
  /** Who bids has the limits of the queue (`handle-bids`); sessions that nobody knows are looked up only so often. */
  bid: { person: undefined, network: { times: 2000, seconds: 10 } },
  /** Bids on lots on which the person has no place. */
  'foreign-bid': { person: { times: 20, seconds: 60 }, network: undefined },
} as const

type Limit = keyof typeof LIMITS
type Counted = 'person' | 'network'

const limiters = new Map<string, RateLimiterMemory>()

function limiterOf(limit: Limit, counted: Counted): RateLimiterMemory | undefined {
  const allowed = LIMITS[limit][counted]
  if (!allowed) return undefined
  const name = `${limit} of ${counted}`
  const made =
    limiters.get(name) ?? new RateLimiterMemory({ points: allowed.times, duration: allowed.seconds })
  limiters.set(name, made)
  return made
}

/** Counts one request. Undefined when it may go on, else the seconds to wait. */
export async function spend(limit: Limit, counted: Counted, owner: string): Promise<number | undefined> {
  try {
    await limiterOf(limit, counted)?.consume(owner)
    return undefined
  } catch (error) {
    if (error instanceof RateLimiterRes) return secondsUntil(error)
    throw error
  }
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Answers 429 with Retry-After what is over its limit, before it takes a connection or its body is read; serves the rest.
 * Pages are not counted: those for everyone are kept (`keep-public-pages`).
 */
export function limitRequests(serve: Serve): Serve {
  return (request, response) => {
    const limit = limitFor(request)
    if (!limit) return serve(request, response)
    secondsToWait(limit, request).then(
      (seconds) =>
        seconds === undefined
          ? serve(request, response)
          : sendRefusal(response, 'request.too-many', { seconds }),
      () => sendRefusal(response, 'server.busy'),
    )
  }
}

function limitFor({ method = '', url = '' }: IncomingMessage): Limit | undefined {
  const path = url.split('?', 1)[0]!
  if (method === 'POST' && /^\/api\/v1\/lots\/[^/]+\/bids$/.test(path)) return 'bid'
  if (method === 'POST' && UPLOADS.includes(path)) return 'upload'
  if (method === 'POST' && path.startsWith('/api/v1/webhooks/')) return 'webhook'
  if (method !== 'GET' && method !== 'HEAD') return undefined
  if (path === '/api/stream') return 'stream'
  if (path.startsWith('/api/v1/') && /[?&]format=csv\b/.test(url)) return 'export'
  if (WHOLE_TABLES.test(path)) return 'export'
  return path.startsWith('/api/v1/') || path.startsWith('/feeds/') ? 'read' : undefined
}

const UPLOADS = ['/api/v1/files', '/admin/registrars/import', '/admin/payments/read']
const WHOLE_TABLES = /^\/api\/v1\/(ocds|bids|lots\/[^/]+\/prices\.csv)$/

async function secondsToWait(limit: Limit, request: IncomingMessage): Promise<number | undefined> {
  const tokenHash = limit === 'webhook' ? undefined : tokenHashOf(request)
  const known = tokenHash === undefined ? undefined : recentPerson.kept(tokenHash)
  if (known) return spend(limit, 'person', known.userId)
  const network = networkOfRequest(request)
  const seconds = isThisMachine(network) ? undefined : await spend(limit, 'network', network)
  if (seconds !== undefined || tokenHash === undefined) return seconds
  const person = await recentPerson(tokenHash)
  return person && spend(limit, 'person', person.userId)
}

/** The network of a request whose headers `setForwarded` has put right. */
export function networkOfRequest({ headers, socket }: IncomingMessage): string {
  const address = String(headers['x-forwarded-for'] ?? socket.remoteAddress ?? '')
  return networkOf({ get: () => address })
}

/** Not a network: a measurement, or everyone, behind a proxy that the portal was not told of (TRUST_PROXY). */
function isThisMachine(network: string): boolean {
  return network.startsWith('127.') || network === '0000:0000:0000:0000::/64'
}
