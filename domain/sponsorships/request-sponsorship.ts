import { and, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { sponsorships } from '@/db/schema/applications'
import { lockOwnApplication, requireWritable } from '@/domain/applications/lock-application'
import { normaliseEmail } from '@/domain/users/normalise-email'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { newToken } from '@/lib/secrets'
import { requestLetter } from './letters'
import { isOwnAddress } from './own-address'
import { requireSponsor } from './require-sponsor'
import { LINK_DAYS, MOST_REQUESTS_A_DAY } from './rules'
import { supersedeRequests } from './supersede-requests'

const DAY = 86_400_000

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
    applicationId: z.string(),
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
    const to = registrar.contactEmail ?? normaliseEmail(input.contactEmail ?? '')
    if (!to)
      throw refuse(
        'input.invalid',
        {},
        { contactEmail: 'Enter the address of your contact, such as name@example.org.' },
      )
    if (!registrar.contactEmail && (await isOwnAddress(tx, application.organisationId, to)))
      throw refuse('sponsorship.own-address', {}, { contactEmail: 'Enter an address of the registrar.' })
    const asked = await tx
      .select()
      .from(sponsorships)
      .where(
        and(
          eq(sponsorships.applicationId, application.id),
          gt(sponsorships.requestedAt, new Date(at.getTime() - DAY)),
        ),
      )
    const confirmed = asked.some((one) => one.state === 'confirmed' && one.registrarIanaId === named)
    if (confirmed) throw refuse('sponsorship.decided')
    if (asked.length >= MOST_REQUESTS_A_DAY) throw refuse('request.too-many', { seconds: DAY / 1000 })
    await supersedeRequests(tx, application.id, { keepIanaId: named })
    const [sponsorshipId, token] = [newId('spo', at), newToken()]
    const expiresAt = new Date(at.getTime() + LINK_DAYS * DAY)
    await tx.insert(sponsorships).values({
      id: sponsorshipId,
      applicationId: application.id,
      registrarIanaId: named,
      state: 'requested',
      contactEmail: to,
      tokenHash: sha256Hex(token),
      requestedAt: at,
      expiresAt,
    })
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
