import type { IncomingMessage } from 'node:http'
import { database, pool } from '@/db/client'
import type { Person } from '@/lib/access/actor'
import { peopleByTokens } from '@/lib/access/people-by-tokens'
import { tokenFromCookieHeader } from '@/lib/access/session-cookie'
import { touchSession } from '@/lib/access/touch-session'
import { sha256Hex } from '@/lib/hash'

/** SHA-256 of the session token a request carries, in hex. */
export function tokenHashOf(request: IncomingMessage): string | undefined {
  const token = tokenFromCookieHeader(request.headers.cookie)
  return token && sha256Hex(token)
}

type Asked = { resolve: (person: Person | undefined) => void; reject: (error: unknown) => void }
let asked = new Map<string, Asked[]>()

/** The person behind a session, read anew; all requests of one turn of the event loop share one statement. */
export function readPerson(tokenHash: string): Promise<Person | undefined> {
  return new Promise((resolve, reject) => {
    if (asked.size === 0) setImmediate(answerAll)
    asked.set(tokenHash, [...(asked.get(tokenHash) ?? []), { resolve, reject }])
  })
}

async function answerAll(): Promise<void> {
  const waiting = asked
  asked = new Map()
  try {
    const people = await peopleByTokens(pool(), [...waiting.keys()])
    for (const [hash, callers] of waiting) for (const { resolve } of callers) resolve(people.get(hash))
  } catch (error) {
    for (const callers of waiting.values()) for (const { reject } of callers) reject(error)
  }
}

/** Sessions seen valid a moment ago. They open no door: the door itself reads the session again (R16.4). */
const seen = new Map<string, number>()
const SEEN_MS = 60_000
const ENOUGH = 20_000

/**
 * Whether it is worth letting a session join the queue of a lot: unknown tokens are turned away before they take the
 * place of a bidder.
 */
export async function isLikelySignedIn(tokenHash: string): Promise<boolean> {
  const now = performance.now()
  if (now - (seen.get(tokenHash) ?? Number.NEGATIVE_INFINITY) < SEEN_MS) return true
  const person = await readPerson(tokenHash)
  if (!person) return false
  if (seen.size >= ENOUGH) seen.clear()
  seen.set(tokenHash, now)
  await touchSession(database(), person.sessionId)
  return true
}
