import type { Reader } from '@/db/client'
import { monthWords } from '@/domain/qpi/months'
import { PLACEHOLDER_WORDS } from '@/domain/qpi-scores/letters'
import { everyoneActing } from '@/domain/registrars/people-acting'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import type { PromotionRow } from './read-standings'

export type Promotion = Omit<PromotionRow, 'publishedBy' | 'approvedBy' | 'publishedAt'>

/** A promotion was published: to everyone who acts for a registrar, with its baseline and terms (R15.4). */
export async function publishedLetters(
  db: Reader,
  promotion: Promotion,
  placeholder: boolean,
): Promise<Letter[]> {
  const { id, name, baselineHundredths, period, opensAt, closesAt, terms } = promotion
  return (await everyoneActing(db)).map((person) => ({
    to: person.email,
    subject: `A promotion for registrars: ${name}`,
    template: 'promotion-published',
    effect: `promotion-published:${id}:${person.ianaId}:${person.email}`,
    text: [
      `Dear ${person.name},`,
      `${name} is published. ${terms}`,
      `A registrar with at least ${(baselineHundredths / 100).toFixed(2)} points in ${monthWords(period)} is pre-qualified. It runs from ${formatInstant(opensAt, 'UTC')} until ${formatInstant(closesAt, 'UTC')}; nothing of this changes any more.`,
      ...(placeholder ? [PLACEHOLDER_WORDS] : []),
      `Where ${person.registrar} stands, and what would close its gap:`,
      `${env.PORTAL_URL}/registrar/qpi`,
    ].join('\n\n'),
  }))
}
