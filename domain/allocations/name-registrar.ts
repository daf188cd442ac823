import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '@/db/schema/applications'
import { IanaId } from '@/domain/registrars/input'
import { askSponsor } from '@/domain/sponsorships/ask-sponsor'
import { requireSponsor } from '@/domain/sponsorships/require-sponsor'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { takeOverLetter } from './ask-letter'
import { lockNewestToken, lockOwnedAward } from './lock-award'
import { requireUnderWay } from './require-paid'

/**
 * An owner asks another accredited registrar to create the name that was awarded (R4.2); nothing changes until
 * it confirms, by the link of its letter or signed in. Refuses: thing.not-found, award.wrong-state, token.redeemed,
 * registrar.unknown, registrar.reserved-id, registrar.not-accredited, registrar.same, sponsorship.own-address,
 * request.too-many, input.invalid.
 */
export const nameAnotherRegistrar = operation('allocation.name-registrar', {
  input: z.strictObject({
    awardId: z.string().max(60),
    registrarIanaId: IanaId,
    /** Ignored where the programme keeps a contact of the registrar. */
    contactEmail: z.string().max(254, 'Enter a shorter address.').optional(),
  }),
  async subject(tx, { awardId }, actor) {
    const inHand = await lockOwnedAward(tx, awardId, actor)
    return inHand && { inHand, newest: await lockNewestToken(tx, awardId) }
  },
  check({ input, subject: { inHand, newest } }) {
    requireUnderWay(inHand.award)
    if (newest?.state === 'redeemed') throw refuse('token.redeemed')
    if (inHand.award.registrarIanaId === input.registrarIanaId) throw refuse('registrar.same')
  },
  async run({ tx, at, input, subject: { inHand } }) {
    const { award } = inHand
    const registrar = await requireSponsor(tx, input.registrarIanaId, 'registrarIanaId')
    const [application] = await tx.select().from(applications).where(eq(applications.id, award.applicationId))
    const { sponsorshipId, ...asked } = await askSponsor(tx, {
      application: application!,
      registrar,
      contactEmail: input.contactEmail,
      at,
    })
    return {
      result: { sponsorshipId },
      audit: { object: award.id, facts: { sponsorshipId, registrarIanaId: registrar.ianaId } },
      letters: [takeOverLetter({ ...asked, inHand, registrar: registrar.name })],
    }
  },
})
