import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { recoveryCodes, users, userTokens } from '@/db/schema/people'
import { forgetRequests } from '@/domain/approvals/forget-requests'
import { forgetCalendar } from '@/domain/feeds/forget-calendar'
import { forgetLetters } from '@/domain/mail/forget-letters'
import { forgetNotifications } from '@/domain/notifications/forget-notifications'
import { forgetInvitations } from '@/domain/organisations/forget-invitations'
import { forgetPasskeys } from '@/domain/passkeys/forget-passkeys'
import { forgetRegistrarInvitations } from '@/domain/registrars/forget-invitations'
import { forgetReasons } from '@/domain/roles/forget-reasons'
import { forgetSessions } from '@/domain/sessions/forget-sessions'
import { forgetContact } from '@/domain/sponsorships/forget-contact'
import type { User } from './read-user'

/**
 * Takes everything that tells who a person is out of the tables: name, address, what signs in, browsers, letters, and
 * what was said of them beside roles and requests. Their row, without a name, holds together what a pseudonym did.
 */
export async function forgetPerson(tx: Tx, user: User, at: Date): Promise<void> {
  const { id, email } = user
  const nowhere = `${id}@erased.invalid`
  const ofPerson = [
    forgetSessions,
    forgetPasskeys,
    forgetNotifications,
    forgetCalendar,
    forgetReasons,
    forgetRequests,
  ]
  for (const forget of ofPerson) await forget(tx, id)
  await forgetLetters(tx, email)
  for (const forget of [forgetInvitations, forgetRegistrarInvitations, forgetContact])
    await forget(tx, email, nowhere)
  await tx.delete(userTokens).where(eq(userTokens.userId, id))
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, id))
  await tx
    .update(users)
    .set({
      ...{ email: nowhere, name: 'Erased person', timeZone: null, emailVerifiedAt: null, status: 'disabled' },
      ...{ passwordHash: null, totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
      ...{ biddingHeldUntil: null, erasedAt: at },
    })
    .where(eq(users.id, id))
}
