import type { Reader } from '@/db/client'
import { lettersToOwners } from '@/domain/commitments/letters'
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
