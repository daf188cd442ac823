import { cookies } from 'next/headers'
import { cache } from 'react'
import { database } from '@/db/client'
import { type Actor, anyone, personByToken } from './actor'
import { sessionCookieName } from './session-cookie'
import { touchSession } from './touch-session'

/** Who makes this request, read anew from the database once per request: a revoked session or role stops at once. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = (await cookies()).get(sessionCookieName())?.value
  if (!token) return anyone
  const person = await personByToken(database(), token)
  if (person) await touchSession(database(), person.sessionId)
  return person ?? anyone
})
