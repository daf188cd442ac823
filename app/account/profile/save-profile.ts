import { cookies } from 'next/headers'
import { changeProfile } from '@/domain/users/change-profile'
import type { Actor } from '@/lib/access/actor'
import { ZONE_COOKIE } from '@/lib/viewer-cookies'

/** Saves the profile, and shows times in the chosen zone from now on in this browser. */
export async function saveProfile(actor: Actor, input: unknown) {
  const answer = await changeProfile(actor, input)
  if (answer.ok && answer.value.timeZone)
    (await cookies()).set(ZONE_COOKIE, answer.value.timeZone, {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      maxAge: 31_536_000,
    })
  return answer
}
