import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications, sponsorships } from '@/db/schema/applications'
import { lots } from '@/db/schema/rounds'
import { awardInProgress, takeOverAward } from '@/domain/allocations/take-over-award'
import { wrongState } from '@/domain/applications/lock-application'
import { isEditable } from '@/domain/applications/rules'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { requestOf } from './find-request'
import { answerLetters } from './letters'
import { requireSponsor } from './require-sponsor'
import { isAnswerable } from './rules'
import { supersedeOthers } from './supersede-requests'

/**
 * The registrar's answer (R4.2), once: by whoever holds the link, or signed in for the registrar that was asked.
 * After the award, confirming takes the name over from the registrar before.
 * Refuses: thing.not-found, token.invalid, sponsorship.decided, application.wrong-state, registrar.not-accredited,
 * token.redeemed.
 */
export const answerSponsorship = operation('sponsorship.answer', {
  input: z.strictObject({
    /** Of the link, or the request's id for a person of the registrar. */
    token: z.string().max(100),
    answer: z.enum(['confirm', 'decline'], 'Choose whether you sponsor this application.'),
    name: z
      .string()
      .trim()
      .min(2, 'Enter your name: it is kept with the answer.')
      .max(200, 'Use at most 200 characters.'),
    reason: z.string().trim().max(2000, 'Use at most 2,000 characters.').default(''),
  }),
  async subject(tx, { token }, actor) {
    const [row] = await tx
      .select({ request: sponsorships, application: applications, label: lots.label })
      .from(sponsorships)
      .innerJoin(applications, eq(applications.id, sponsorships.applicationId))
      .innerJoin(lots, eq(lots.id, applications.lotId))
      .where(requestOf(token, actor))
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
    const awardId = await awardInProgress(tx, application.id)
    const taken =
      confirmed && awardId ? await takeOverAward(tx, { awardId, registrarIanaId: registrar.ianaId, at }) : []
    if (confirmed && awardId) await supersedeOthers(tx, application.id, { keepIanaId: registrar.ianaId })
    const told = await answerLetters(tx, {
      sponsorshipId: request.id,
      applicationId: application.id,
      organisationId: application.organisationId,
      label,
      registrar: registrar.name,
      confirmed,
      reason: input.reason,
      awardId,
    })
    const facts = { sponsorshipId: request.id, answer: input.answer, registrar: registrar.ianaId }
    return {
      result: { answer: input.answer },
      audit: { object: awardId ?? application.id, facts },
      letters: [...taken, ...told],
    }
  },
})
