import type { Reader } from '@/db/client'
import type { Letter } from '@/lib/mail'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { awardLetters, nameInWords } from './letters'
import type { Award } from './lock-award'

/** Tells the owners of the next in order that the name is offered to them, at what price, and until when (R10.3). */
export function offerLetters(
  db: Reader,
  award: Award,
  round: { number: number; zone: string },
): Promise<Letter[]> {
  const until = (at: Date) => formatInstant(at, round.zone)
  return awardLetters(db, award, {
    subject: `Offered to you: ${award.label}.org, for ${formatMoney(award.priceMinor)}`,
    template: 'award-offered',
    effect: 'award-offered',
    paragraphs: [
      `The award of ${nameInWords(award.label)} in round ${round.number} has ended, and you are the next in order. The name is offered to you for ${formatMoney(award.priceMinor)}.`,
      `Answer before ${until(award.acceptBy)}. You may say no: that costs you nothing, and so does not answering.`,
      `If you accept, pay in full before ${until(award.payBy)}. Whoever accepts and does not pay is in default.`,
    ],
  })
}
