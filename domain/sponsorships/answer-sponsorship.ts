import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications, sponsorships } from '@/db/schema/applications'
import { lots } from '@/db/schema/rounds'
import { wrongState } from '@/domain/applications/lock-application'
import { isEditable } from '@/domain/applications/rules'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { operation } from '@/lib/operation'
import { answerLetters } from './letters'
import { requireSponsor } from './require-sponsor'
import { isAnswerable } from './rules'

/**
 * The registrar's answer by its link (R4.2): whoever holds the link answers, once.
 * Refuses: thing.not-found, token.invalid, sponsorship.decided, application.wrong-state, registrar.not-accredited.
 */
export const answerSponsorship = operation('sponsorship.answer', {
  input: z.strictObject({
    token: z.string().max(100),
    answer: z.enum(['confirm', 'decline'], 'Choose whether you sponsor this application.'),
    name: z
      .string()
      .trim()
      .min(2, 'Enter your name: it is kept with the answer.')
      .max(200, 'Use at most 200 characters.'),
    reason: z.string().trim().max(2000, 'Use at most 2,000 characters.').default(''),
  }),
  async subject(tx, { token }) {
    const [row] = await tx
      .select({ request: sponsorships, application: applications, label: lots.label })
      .from(sponsorships)
      .innerJoin(applications, eq(applications.id, sponsorships.applicationId))
      .innerJoin(lots, eq(lots.id, applications.lotId))
      .where(eq(sponsorships.tokenHash, sha256Hex(token)))
      .for('update', { of: sponsorships })
    return row
  },
  check({ subject: { request, application }, at }) {
    if (request.state === 'confirmed' || request.state === 'declined') throw refuse('sponsorship.decided')
    if (!isAnswerable(request, at)) throw refuse('token.invalid')
    if (!isEditable(application.state)) throw wrongState(application.state)
  },
  async run({ tx, at, input, subject: { request, application, label } }) {
    const confirmed = input.answer === 'confirm'
    const registrar = await requireSponsor(tx, request.registrarIanaId, 'answer')
    await tx
      .update(sponsorships)
      .set({
        state: confirmed ? 'confirmed' : 'declined',
        answeredAt: at,
        answeredByName: input.name,
        reason: input.reason,
      })
      .where(eq(sponsorships.id, request.id))
    return {
      result: { answer: input.answer },
      audit: { object: application.id, facts: { sponsorshipId: request.id, answer: input.answer } },
      letters: await answerLetters(tx, {
        sponsorshipId: request.id,
        applicationId: application.id,
        organisationId: application.organisationId,
        label,
        registrar: registrar.name,
        confirmed,
        reason: input.reason,
      }),
    }
  },
})
