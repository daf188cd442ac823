import type { IncomingMessage } from 'node:http'
import { bidDatabase, bidPool, pool } from '@/db/client'
import { peopleByTokens } from '@/lib/access/read-people'
import { tokenFromCookieHeader } from '@/lib/access/session-cookie'
import { touchSession } from '@/lib/access/touch-session'
import { sha256Hex } from '@/lib/hash'
import { askTogether, keepFound } from './ask-together'

const tokenHashes = new WeakMap<IncomingMessage, string | undefined>()

/** SHA-256 of the session token a request carries, in hex. Whoever asks again has it without the work. */
export function tokenHashOf(request: IncomingMessage): string | undefined {
  if (tokenHashes.has(request)) return tokenHashes.get(request)
  const token = tokenFromCookieHeader(request.headers.cookie)
  const tokenHash = token && sha256Hex(token)
  tokenHashes.set(request, tokenHash)
  return tokenHash
}

/** The person behind a session, read anew. */
export const readPerson = askTogether((hashes) => peopleByTokens(pool(), hashes))

const readBidder = askTogether((hashes) => peopleByTokens(bidPool(), hashes))

/**
 * The person behind a session, at most a minute old. It opens no door: the door itself reads the session again (R16.4).
 * It tells whose requests are counted, and turns unknown tokens away before they take the place of a bidder. Read through
 * the connections of bids, which no page can take.
 */
export const recentPerson = keepFound(async (tokenHash: string) => {
  const person = await readBidder(tokenHash)
  if (person) await touchSession(bidDatabase(), person.sessionId)
  return person
})
