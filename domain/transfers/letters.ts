import type { Reader } from '@/db/client'
import { ownersOf } from '@/domain/applications/letters'
import { lettersToOwners } from '@/domain/commitments/letters'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'

/** How a transfer was decided, to the owners of the award’s organisation. */
export function transferLetters(
  db: Reader,
  award: { id: string; label: string; organisationId: string },
  { what, reason }: { what: string; reason: string },
): Promise<Letter[]> {
  return lettersToOwners(db, award, {
    template: 'transfer',
    subject: `Transfer of ${award.label}.org`,
    text: `${what}.

Reason: ${reason}`,
  })
}

/** Asks the owners of the organisation that is to take a name over whether it agrees. */
export async function agreementLetters(
  db: Reader,
  {
    transferId,
    label,
    from,
    toOrganisationId,
  }: Record<'transferId' | 'label' | 'from' | 'toOrganisationId', string>,
): Promise<Letter[]> {
  return (await ownersOf(db, toOrganisationId)).map(({ email, name }) => ({
    to: email,
    subject: `Do you take ${label}.org over?`,
    template: 'transfer-agreement',
    effect: `transfer-agreement:${transferId}:${email}`,
    text: `Dear ${name},

${from} asks that ${label}.org pass to your organisation. Whoever holds the name owes what was promised for it. It passes only if you agree and two officers let it; if you do not want it, do nothing.

Read what you would take over, and agree:
${env.PORTAL_URL}/portal/transfers/${transferId}`,
  }))
}
