import { refuse } from '@/lib/errors'
import type { Actor } from './actor'
import { may, type OperationName } from './policy'

/** Throws the refusal when the actor's roles do not let it do this. */
export function requirePermission(actor: Actor, name: OperationName, as: 'first' | 'second'): void {
  const permission = may(actor, name, as)
  if (permission === 'yes') return
  if (permission === 'second-factor-needed') throw refuse('access.second-factor-needed')
  throw refuse(actor.kind === 'anyone' ? 'access.signed-out' : 'access.denied')
}
