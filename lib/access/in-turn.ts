import { type PublicError, refuse, toPublicError } from '@/lib/errors'

const AT_ONCE = 4
const MOST_WAITING = 200

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs what hashes passwords four at a time in this process. Each holds 46 MiB and a database connection while it
 * computes: a thousand sign-ins at the opening of a round must not take every connection from those who are in already.
 * When too many wait, the answer is `server.busy` at once.
 */
export async function inTurn<R>(run: () => Promise<R>): Promise<R | { ok: false; error: PublicError }> {
  if (waiting.length >= MOST_WAITING) return { ok: false, error: toPublicError(refuse('server.busy')) }
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await run()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
