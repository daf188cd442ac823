import type { Reader } from '@/db/client'
import type { remedies } from '@/db/schema/build-out'
import { lettersToOwners } from '@/domain/commitments/letters'
import type { Commitment, LockedBuildOut } from '@/domain/commitments/lock-build-out'
import { rungWords } from '@/domain/commitments/rules'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'

type Remedy = Pick<typeof remedies.$inferSelect, 'id' | 'rung' | 'reason' | 'conditions' | 'appealBy'>
type Told = { award: LockedBuildOut['award']; commitment: Commitment; zone: string; remedy: Remedy }

/** A rung was taken: why, what follows, and how to appeal (R12.2). */
export function remedyLetters(db: Reader, { award, commitment, zone, remedy }: Told): Promise<Letter[]> {
  const when = (at: Date) => formatInstant(at, zone)
  const follows = {
    'cure-notice': `Submit evidence that convinces before ${when(commitment.cureEndsAt ?? remedy.appealBy)}. Otherwise further steps may follow.`,
    'added-conditions': `What you have to do now: ${remedy.conditions}`,
    'transfer-lock': `${award.label}.org cannot pass to another registrant from now on.`,
    revocation: `${award.label}.org is taken back and returned to the pool on ${when(remedy.appealBy)}, unless you appeal and the appeal is upheld, or your evidence is verified before.`,
  }[remedy.rung]
  return lettersToOwners(db, award, {
    template: 'remedy',
    effect: `remedy:${remedy.id}`,
    subject: `${rungWords[remedy.rung]}: commitment ${commitment.number} for ${award.label}.org`,
    text: `“${commitment.milestone}” was not kept by its date. The next step of the remedy ladder was taken: ${rungWords[remedy.rung].toLowerCase()}.

Reason: ${remedy.reason}

${follows}

You can appeal once, before ${when(remedy.appealBy)}. Somebody else decides the appeal.`,
  })
}

/** How an appeal was decided, and why. */
export function appealLetters(
  db: Reader,
  { award, commitment, remedy }: Omit<Told, 'zone'>,
  { outcome, reason }: { outcome: 'upheld' | 'dismissed'; reason: string },
): Promise<Letter[]> {
  const follows =
    outcome === 'upheld'
      ? 'The step is undone. The commitment itself stands; submit evidence as soon as you can.'
      : 'The step stands.'
  return lettersToOwners(db, award, {
    template: 'appeal-decided',
    effect: `appeal:${remedy.id}`,
    subject: `Your appeal was ${outcome}: ${award.label}.org`,
    text: `Your appeal against the step “${rungWords[remedy.rung]}” for commitment ${commitment.number} was ${outcome}.

Reason: ${reason}

${follows}`,
  })
}

/** The award is no more. */
export function revokedLetters(
  db: Reader,
  award: LockedBuildOut['award'],
  reason: string,
): Promise<Letter[]> {
  return lettersToOwners(db, award, {
    template: 'award-revoked',
    effect: `award-revoked:${award.id}`,
    subject: `Revoked: ${award.label}.org`,
    text: `${award.label}.org was revoked and is returned to the pool.

Reason: ${reason}`,
  })
}
