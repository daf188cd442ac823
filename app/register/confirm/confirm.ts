import { limitBy } from '@/app/limit-by'
import { openWithTicket, type SignedIn } from '@/app/sign-in/sign-in'
import { verifyEmail } from '@/domain/users/verify-email'
import type { Actor } from '@/lib/access/actor'
import type { Answer } from '@/lib/door/definition'

async function confirm(actor: Actor, input: unknown): Promise<Answer<SignedIn>> {
  const confirmed = await verifyEmail(actor, input)
  return confirmed.ok ? openWithTicket(confirmed.value.ticket, '') : confirmed
}

/** Confirms the address and signs its person in; passwords tried with one link are counted. */
export const confirmAndSignIn = limitBy(
  {
    subject: (input) => String((input as { token?: unknown }).token ?? ''),
    limit: 'sign-in',
    network: 'sign-in-network',
  },
  confirm,
)
