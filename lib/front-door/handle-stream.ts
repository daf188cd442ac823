import type { ServerResponse } from 'node:http'
import { pool } from '@/db/client'
import { type Actor, anyone, type Person } from '@/lib/access/actor'
import { peopleByTokens } from '@/lib/access/read-people'
import { processNow } from '@/lib/clock'
import { watchTopics } from '@/lib/live-hub'
import { log } from '@/lib/log'
import { type Handler, sendRefusal } from './answer'
import { clockOffset } from './figures'
import { networkOfRequest } from './limit-requests'
import { readPerson, tokenHashOf } from './read-person'

/** Which stored topics each asked topic stands for, if the actor may watch every one of them; else undefined. */
export type MayWatch = (
  actor: Actor,
  topics: readonly string[],
) => Promise<ReadonlyMap<string, readonly string[]> | undefined>

type Stream = {
  response: ServerResponse
  topics: ReadonlyMap<string, readonly string[]>
  owner: string
  tokenHash: string | undefined
  /** The person's rights when the stream was opened: other rights, another stream. */
  rights: string
  stop: () => void
}

const MOST_STREAMS = 5000
/** The rest is for those who are signed in: a crowd that watches keeps no bidder out. */
const MOST_ANONYMOUS = 4000
/** Of one session; seven tabs share one. A network may be a whole university. */
const MOST_PER_SESSION = 20
const MOST_PER_NETWORK = 1000
const MOST_TOPICS = 50
const HEARTBEAT_MS = 5000

const streams = new Set<Stream>()
const owned = new Map<string, number>()
let beating = false

/**
 * `GET /api/stream?topics=lot:…,round:…`: server-sent events `{"topic","version"}` when something changed, the present
 * versions first. What changed is fetched through the ordinary query. Every five seconds a heartbeat goes out and the
 * session behind each stream is read again: a revoked session or a lost role ends it (R16.4).
 */
export function handleStream(mayWatch: MayWatch): Handler {
  return async ({ request, response, url }) => {
    const wanted = [...new Set((url.searchParams.get('topics') ?? '').split(',').filter(Boolean))]
    if (wanted.length === 0 || wanted.length > MOST_TOPICS) return sendRefusal(response, 'input.unreadable')
    const tokenHash = tokenHashOf(request)
    const person = tokenHash ? await readPerson(tokenHash) : undefined
    const topics = await mayWatch(person ?? anyone, wanted)
    if (!topics) return sendRefusal(response, person ? 'thing.not-found' : 'access.signed-out')
    // Who left while that was read: its `close` has been and will not come again.
    if (response.destroyed) return
    // An invented cookie is nobody's session.
    const owner = person?.sessionId ?? networkOfRequest(request)
    const [most, ofAll] = person ? [MOST_PER_SESSION, MOST_STREAMS] : [MOST_PER_NETWORK, MOST_ANONYMOUS]
    if (streams.size >= ofAll || (owned.get(owner) ?? 0) >= most) return sendRefusal(response, 'server.busy')
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    const stop = watchTopics(topics, (topic, version) =>
      send(response, `id: ${topic}=${version}\ndata: ${JSON.stringify({ topic, version })}\n\n`),
    )
    const stream: Stream = { response, topics, owner, tokenHash, rights: rightsOf(person), stop }
    streams.add(stream)
    owned.set(owner, (owned.get(owner) ?? 0) + 1)
    response.once('close', () => end(stream))
    response.once('error', () => end(stream))
    beat(response)
    if (!beating) setInterval(checkAll, HEARTBEAT_MS).unref()
    beating = true
  }
}

/** Ends every stream, so that a stopping server can finish what it is doing; browsers connect elsewhere. */
export function endStreams(): void {
  for (const stream of streams) end(stream)
}

/** How many streams are open, and the topics they watch. */
export function openStreams(): { count: number; topics: Set<string> } {
  return { count: streams.size, topics: new Set([...streams].flatMap(({ topics }) => [...topics.keys()])) }
}

async function checkAll(): Promise<void> {
  try {
    const hashes = [...streams].flatMap(({ tokenHash }) => (tokenHash ? [tokenHash] : []))
    const people = hashes.length > 0 ? await peopleByTokens(pool(), hashes) : new Map<string, Person>()
    for (const stream of streams) {
      const person = stream.tokenHash ? people.get(stream.tokenHash) : undefined
      if (rightsOf(person) === stream.rights) beat(stream.response)
      else end(stream, 'event: ended\ndata: {}\n\n')
    }
  } catch (error) {
    // Without the database nobody's rights are known: the streams stay silent, and browsers say so.
    log().warn({ err: error }, 'the sessions behind live streams could not be read')
  }
}

function rightsOf(person: Person | undefined): string {
  return person ? JSON.stringify([person.userId, person.assurance, person.roles, person.memberships]) : ''
}

function beat(response: ServerResponse): void {
  send(response, `event: heartbeat\ndata: {"now":${processNow().getTime() + clockOffset()}}\n\n`)
}

/** A reader that does not keep up is dropped: it connects again and is told the present versions. */
function send(response: ServerResponse, text: string): void {
  if (response.writableLength > 64 * 1024) response.destroy()
  else if (!response.destroyed) response.write(text)
}

function end(stream: Stream, last = ''): void {
  if (!streams.delete(stream)) return
  const left = (owned.get(stream.owner) ?? 1) - 1
  if (left > 0) owned.set(stream.owner, left)
  else owned.delete(stream.owner)
  stream.stop()
  stream.response.end(last)
}
