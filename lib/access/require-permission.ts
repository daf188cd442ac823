import { refuse } from '@/lib/errors'
import type { Actor, Person } from './actor'
import { may, type OperationName } from './policy'

/** Throws the refusal when the actor's roles do not let it do this. */
export function requirePermission(actor: Actor, name: OperationName, as: 'first' | 'second'): void {
  const permission = may(actor, name, as)
  if (permission === 'yes') return
  if (permission === 'second-factor-needed') throw refuse('access.second-factor-needed')
  throw refuse(actor.kind === 'anyone' ? 'access.signed-out' : 'access.denied')
}

/** Throws unless a code was entered in the last minutes: what binds for much is confirmed afresh (R16.4). */
export function requireFreshFactor(actor: Actor): asserts actor is Person {
  if (actor.kind !== 'person' || !actor.freshFactor) throw refuse('access.confirm-again')
}
