import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { secondFactorDue } from '@/domain/sessions/queries'
import type { Person } from '@/lib/access/actor'
import { currentActor } from '@/lib/access/current-actor'

/**
 * The signed-in person, or off to sign in and back here afterwards. Whoever works for the programme or bids is led to
 * the second factor first (R16.4), except on the `account` pages where it is set up. What the person may do and see is
 * asked by the operations and queries, not here.
 */
export async function requirePerson({ account = false }: { account?: boolean } = {}): Promise<Person> {
  const actor = await currentActor()
  const here = encodeURIComponent((await headers()).get('x-path') ?? '/')
  if (actor.kind !== 'person') redirect(`/sign-in?next=${here}`)
  if (!account && secondFactorDue(actor)) redirect(`/account/second-factor?next=${here}`)
  return actor
}
