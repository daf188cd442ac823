import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { registrars } from '@/db/schema/applications'
import { rounds } from '@/db/schema/rounds'
import { type Issued, issueInvoice } from '@/domain/invoices/issue-invoice'
import { canSponsor } from '@/domain/registrars/rules'
import { requireFreshFactor } from '@/lib/access/require-permission'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { formatMoney } from '@/lib/money'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { awardLetters, nameInWords } from './letters'
import type { Award } from './lock-award'
import { moveAward } from './move-award'
import { lockOwnAward, requireAnswerable } from './own-award'

/**
 * An owner accepts the award of its organisation, having been read the name back in words (R10.1, R17.2): the price is
 * owed from then on, and the invoice is issued, if the registrar that is to create the name is accredited on that day (R4.2). Refuses: thing.not-found, award.wrong-state, award.too-late,
 * award.not-confirmed, access.confirm-again, registrar.not-accredited.
 */
export const acceptAward = operation('award.accept', {
  input: z.strictObject({ awardId: z.string().min(1).max(60), confirmed: z.boolean() }),
  async subject(tx, { awardId }, actor) {
    const award = await lockOwnAward(tx, awardId, actor)
    if (!award) return undefined
    const sponsor = eq(registrars.ianaId, award.registrarIanaId)
    const [registrar] = await tx.select().from(registrars).where(sponsor).for('share')
    const [round] = await tx.select({ zone: rounds.zone }).from(rounds).where(eq(rounds.id, award.roundId))
    return registrar && round && { award, registrar, zone: round.zone }
  },
  check({ actor, at, input: { confirmed }, subject: { award, registrar } }) {
    requireAnswerable(award, at)
    if (!canSponsor(registrar)) throw refuse('registrar.not-accredited', { name: registrar.name })
    requireFreshFactor(actor)
    if (!confirmed)
      throw refuse('award.not-confirmed', {}, { confirmed: 'Confirm that you have read the name.' })
  },
  async run({ tx, at, subject: { award, zone } }) {
    await moveAward(tx, { award, move: 'accept', at })
    const invoice = await issueInvoice(tx, { award, at })
    const [name, price] = [nameInWords(award.label), formatMoney(award.priceMinor)]
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { label: award.label, priceMinor: award.priceMinor.toString() } },
      letters: await awardLetters(tx, award, {
        subject: `Accepted: the award of ${award.label}.org`,
        template: 'award-accepted',
        effect: 'award-accepted',
        paragraphs: [`You have accepted ${name} for ${price}.`, howToPay(award, zone, invoice)],
      }),
      announce: [topics.round(award.roundId)],
    }
  },
})

function howToPay({ payBy }: Award, zone: string, { number, openMinor, paid }: Issued): string {
  if (paid) return `Invoice ${number} is paid in full by your deposit. There is nothing left to pay.`
  return `Invoice ${number} is issued; after your deposit ${formatMoney(openMinor)} is left to pay. Pay it in full before ${formatInstant(payBy, zone)}, once you have checked the invoice in the portal. The money must have been received by then; what arrives later does not count. If it is not complete, the award ends, up to 10 % of the price is kept from your deposit, and the name is offered to the next in order.`
}
