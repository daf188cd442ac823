import { shownOnce } from '@/app/shown-once'
import { renewCalendar } from '@/domain/feeds/renew-calendar'
import { revokeCalendar } from '@/domain/feeds/revoke-calendar'
import type { Actor } from '@/lib/access/actor'

const freshAddress = shownOnce('calendar-address', '/account/calendar')

/** The token of the address that was just made, or none. */
export const freshToken = () => freshAddress.read()

export async function renewOwnCalendar(actor: Actor, input: unknown) {
  const answer = await renewCalendar(actor, input)
  if (answer.ok) await freshAddress.keep(answer.value.token)
  return answer
}

export async function revokeOwnCalendar(actor: Actor, input: unknown) {
  const answer = await revokeCalendar(actor, input)
  if (answer.ok) await freshAddress.forget()
  return answer
}
