import { z } from 'zod'
import { lockOwnApplication, requireWritable } from '@/domain/applications/lock-application'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { askSponsor } from './ask-sponsor'
import { requestLetter } from './letters'
import { requireSponsor } from './require-sponsor'
import { supersedeOthers } from './supersede-requests'

/**
 * Asks the named registrar to confirm that it sponsors the application (R4.2), by a link that answers once. The letter
 * goes to the registrar's contact; where the programme has none, to the address the applicant gives, which officers see
 * marked and which is not its own.
 * Refuses: thing.not-found, application.closed, application.not-open, application.wrong-state, registrar.unknown,
 * registrar.reserved-id, registrar.not-accredited, sponsorship.decided, sponsorship.own-address, request.too-many,
 * input.invalid.
 */
export const requestSponsorship = operation('sponsorship.request', {
  input: z.strictObject({
    applicationId: z.string().max(60),
    /** Ignored where the programme keeps a contact of the registrar. */
    contactEmail: z.string().max(254, 'Enter a shorter address.').optional(),
  }),
  subject: (tx, { applicationId }, actor) => lockOwnApplication(tx, applicationId, actor),
  check: ({ subject, at }) => requireWritable(subject, at),
  async run({ tx, at, input, subject: { application, round, label } }) {
    const named = application.registrarIanaId
    if (named === null)
      throw refuse('registrar.unknown', {}, { registrarIanaId: 'Choose your registrar first.' })
    const registrar = await requireSponsor(tx, named, 'registrarIanaId')
    const { sponsorshipId, to, token, expiresAt } = await askSponsor(tx, {
      application,
      registrar,
      contactEmail: input.contactEmail,
      at,
    })
    await supersedeOthers(tx, application.id, { keepIanaId: named })
    return {
      result: { sponsorshipId },
      audit: { object: application.id, facts: { sponsorshipId, registrarIanaId: named } },
      letters: [
        await requestLetter(tx, {
          to,
          token,
          label,
          registrar: registrar.name,
          organisationId: application.organisationId,
          reference: application.reference,
          expiresAt,
          closesAt: round.applicationsCloseAt,
        }),
      ],
    }
  },
})
