import { and, eq, gt } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { type applications, type registrars, sponsorships } from '@/db/schema/applications'
import { normaliseEmail } from '@/domain/users/normalise-email'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { newToken } from '@/lib/secrets'
import { isOwnAddress } from './own-address'
import { LINK_DAYS, MOST_REQUESTS_A_DAY } from './rules'
import { supersedeWaiting } from './supersede-requests'

const DAY = 86_400_000

type Asked = {
  application: typeof applications.$inferSelect
  registrar: typeof registrars.$inferSelect
  /** As the applicant typed it; counts only where the programme keeps no contact of the registrar. */
  contactEmail: string | undefined
  at: Date
}

/**
 * Writes the request to a registrar and makes the link that answers it; earlier requests that wait end.
 * Refuses: input.invalid, sponsorship.own-address, sponsorship.decided, request.too-many.
 */
export async function askSponsor(tx: Tx, { application, registrar, contactEmail, at }: Asked) {
  const to = registrar.contactEmail ?? normaliseEmail(contactEmail ?? '')
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
  if (asked.some((one) => one.state === 'confirmed' && one.registrarIanaId === registrar.ianaId))
    throw refuse('sponsorship.decided')
  if (asked.length >= MOST_REQUESTS_A_DAY) throw refuse('request.too-many', { seconds: DAY / 1000 })
  await supersedeWaiting(tx, application.id)
  const [sponsorshipId, token] = [newId('spo', at), newToken()]
  const expiresAt = new Date(at.getTime() + LINK_DAYS * DAY)
  await tx.insert(sponsorships).values({
    id: sponsorshipId,
    applicationId: application.id,
    registrarIanaId: registrar.ianaId,
    state: 'requested',
    contactEmail: to,
    tokenHash: sha256Hex(token),
    requestedAt: at,
    expiresAt,
  })
  return { sponsorshipId, to, token, expiresAt }
}
