import { database, type Reader } from '@/db/client'
import type { Actor } from '@/lib/access/actor'
import { mayRead, type QueryName } from '@/lib/access/policy'

/**
 * The door for reads behind a sign-in. A query names its permission, gets the actor, and narrows its SQL to what
 * exists for that actor. Undefined means not found — for foreign and unknown alike; pages answer `notFound()`.
 * Public reads are plain functions of a `Reader`.
 */
export function query<I, R>(
  name: QueryName,
  read: (context: {
    db: Reader
    actor: Extract<Actor, { kind: 'person' }>
    input: I
  }) => Promise<R | undefined>,
): (actor: Actor, input: I, db?: Reader) => Promise<R | undefined> {
  return async (actor, input, db = database()) => {
    if (actor.kind !== 'person' || mayRead(actor, name) !== 'yes') return undefined
    return read({ db, actor, input })
  }
}
