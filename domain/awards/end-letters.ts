import type { Reader } from '@/db/client'
import type { Letter } from '@/lib/mail'
import { formatMoney } from '@/lib/money'
import type { Ended } from './end-award'
import { awardLetters, nameInWords } from './letters'
import type { Award } from './lock-award'

/** Tells the owners that their award has ended, and what that means for their deposit (R10.3). */
export function endLetters(
  db: Reader,
  award: Award,
  { toHolder, defaulted, forfeitedMinor }: Ended,
): Promise<Letter[]> {
  return awardLetters(db, award, {
    subject: `${defaulted ? 'Default' : 'Declined'}: the award of ${award.label}.org has ended`,
    template: 'award-ended',
    effect: 'award-ended',
    paragraphs: [
      `Your award of ${nameInWords(award.label)} has ended. ${toHolder}.`,
      defaulted
        ? `${forfeitedMinor > 0n ? `From your deposit ${formatMoney(forfeitedMinor)} is kept: the smaller of 10 % of the price and the deposit (R10.3).` : 'There was no deposit of which anything could be kept.'} The name is offered to the next in order.`
        : 'It costs you nothing; your deposit is returned by the programme. The name is offered to the next in order.',
    ],
  })
}
