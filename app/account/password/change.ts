import { changePassword } from '@/domain/users/change-password'
import type { Actor } from '@/lib/access/actor'
import { inTurn } from '@/lib/access/in-turn'
import { forgive, spend } from '@/lib/access/throttle'
import { refuse, toPublicError } from '@/lib/errors'

/** Changes the password; tries of the present one are counted per person. */
export async function changeOwnPassword(actor: Actor, input: unknown) {
  const subject = actor.kind === 'person' ? `password|${actor.userId}` : 'nobody'
  const wait = await spend('code', subject)
  if (wait) return { ok: false as const, error: toPublicError(refuse('request.too-many', { seconds: wait })) }
  const answer = await inTurn(() => changePassword(actor, input))
  if (answer.ok) await forgive('code', subject)
  return answer
}
