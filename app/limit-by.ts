import { headers } from 'next/headers'
import type { Actor } from '@/lib/access/actor'
import { inTurn } from '@/lib/access/in-turn'
import { networkOf } from '@/lib/access/network-of'
import { type Limit, spend } from '@/lib/access/throttle'
import type { Answer } from '@/lib/door/definition'
import { refuse, toPublicError } from '@/lib/errors'

type Command<R> = (actor: Actor, input: unknown) => Promise<Answer<R>>

type Count = {
  /** What tries are counted by. */
  subject: (input: unknown, actor: Actor) => string
  limit: Limit
  /** Counted by network as well. */
  network?: Limit
}

/**
 * The same command, counted before it is tried, and in turn with others that may hash a password. Too many answer
 * `request.too-many` with the seconds to wait, whatever exists.
 */
export function limitBy<R>({ subject, limit, network }: Count, command: Command<R>): Command<R> {
  return async (actor, input) => {
    const wait =
      (network && (await spend(network, networkOf(await headers())))) ??
      (await spend(limit, subject(input, actor)))
    if (wait) return { ok: false, error: toPublicError(refuse('request.too-many', { seconds: wait })) }
    return inTurn(() => command(actor, input))
  }
}

/** The address in an input, in one spelling, known or not. */
export function addressIn(input: unknown): string {
  return String((input as { email?: unknown }).email ?? '')
    .trim()
    .toLowerCase()
}
