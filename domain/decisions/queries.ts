import { readOwn } from '@/domain/applications/read-own'
import { query } from '@/lib/query'
import { readDecisionLetter } from './read-letter'

/** The letter of decision of an application for those who work on it (R6.7); undefined until it was sent. */
export const decisionLetter = query('applications.own', async ({ db, actor, input }) => {
  const own = await readOwn(db, actor, (input as { applicationId: string }).applicationId)
  const letter = own && (await readDecisionLetter(db, own.application.id, actor.email))
  return letter && { ...letter, reference: own.application.reference }
})
