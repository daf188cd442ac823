import { headers } from 'next/headers'
import type { Actor } from '@/lib/access/actor'
import { networkOf } from '@/lib/access/network-of'
import { type Limit, spend } from '@/lib/access/throttle'
import { refuse, toPublicError } from '@/lib/errors'
import type { Answer } from '@/lib/operation'

type Command<R> = (actor: Actor, input: unknown) => Promise<Answer<R>>

/**
 * The same command, counted before it is tried: by network, and by what the input is about. Too many answer
 * `request.too-many` with the seconds to wait, whatever exists.
 */
export function limitBy<R>(
  { subject, limit, network }: { subject: (input: unknown) => string; limit: Limit; network?: Limit },
  command: Command<R>,
): Command<R> {
  return async (actor, input) => {
    const wait =
      (network && (await spend(network, networkOf(await headers())))) ?? (await spend(limit, subject(input)))
    if (wait) return { ok: false, error: toPublicError(refuse('request.too-many', { seconds: wait })) }
    return command(actor, input)
  }
}

/** The address in an input, in one spelling, known or not. */
export function addressIn(input: unknown): string {
  return String((input as { email?: unknown }).email ?? '')
    .trim()
    .toLowerCase()
}
