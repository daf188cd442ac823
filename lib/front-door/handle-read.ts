import { database } from '@/db/client'
import { type Actor, anyone } from '@/lib/access/actor'
import { touchSession } from '@/lib/access/touch-session'
import { type Handler, sendJson, sendRefusal } from './answer'
import { readPerson, tokenHashOf } from './read-person'

/** A query that a room fetches often: scoped to the actor, undefined for foreign and unknown alike. */
type Read = (actor: Actor, params: Record<string, string>) => Promise<unknown>

/** `GET`: the answer of a query as JSON, 404 when there is none. An open room keeps its session alive. */
export function handleRead(read: Read): Handler {
  return async ({ request, response, params }) => {
    const tokenHash = tokenHashOf(request)
    const person = tokenHash ? await readPerson(tokenHash) : undefined
    if (person) await touchSession(database(), person.sessionId)
    const found = await read(person ?? anyone, params)
    if (found === undefined) sendRefusal(response, 'thing.not-found')
    else sendJson(response, 200, found)
  }
}
