import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { awardExtensions, awards } from '@/db/schema/awards'
import { rounds } from '@/db/schema/rounds'
import { PublicReason } from '@/domain/labels/input'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { extendDeadlines, overdue } from './deadlines'
import { awardLetters, nameInWords } from './letters'
import { type Award, lockAward } from './lock-award'

type Subject = { award: Award; zone: string }

/**
 * Gives an applicant more business days to accept or to pay, for a public reason, by two people (R10.1, R16.3). More time
 * to accept is as much more time to pay. Refuses: thing.not-found, award.wrong-state, award.too-late.
 */
export const extendAward = operation('award.extend', {
  input: z.strictObject({
    awardId: z.string().min(1).max(60),
    days: z
      .number({ error: 'Enter a number of business days.' })
      .int('Enter whole days.')
      .min(1, 'Extend by at least one day.')
      .max(60, 'Extend by at most 60 business days.'),
    reason: PublicReason,
  }),
  subject: (tx, { awardId }) => readSubject(tx, awardId),
  check({ at, subject: { award } }) {
    const { state, acceptBy, payBy } = award
    if (state !== 'offered' && state !== 'accepted') throw refuse('award.wrong-state', { state })
    if (overdue(award, at))
      throw refuse('award.too-late', { at: formatInstant(state === 'offered' ? acceptBy : payBy, 'UTC') })
  },
  secondPerson: ({ days, reason }, { award, zone }) => ({
    object: award.id,
    summary: `Extend the time to ${award.state === 'offered' ? 'accept and pay' : 'pay'} ${award.label}.org by ${inDays(days)}`,
    typed: `${award.label}.org`,
    reason,
    changes: movesOf(award, extendDeadlines(award, days, zone)).map(({ deadline, before, after }) => ({
      what: deadline === 'accept' ? 'Accept before' : 'Pay before',
      before: formatInstant(before, zone),
      after: formatInstant(after, zone),
    })),
    fingerprint: { state: award.state, acceptBy: award.acceptBy, payBy: award.payBy },
  }),
  async run({ tx, at, input: { days, reason }, subject: { award, zone } }) {
    const extended = extendDeadlines(award, days, zone)
    const moves = movesOf(award, extended)
    await tx.update(awards).set(extended).where(eq(awards.id, award.id))
    await tx
      .insert(awardExtensions)
      .values(moves.map((move) => ({ ...move, id: newId('ext', at), awardId: award.id, at, reason })))
    const until = (instant: Date) => formatInstant(instant, zone)
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { label: award.label, days, reason } },
      letters: await awardLetters(tx, award, {
        subject: `More time: the award of ${award.label}.org`,
        template: 'award-extended',
        effect: `award-extended:${at.getTime()}`,
        paragraphs: [
          `You have ${inDays(days)} more for ${nameInWords(award.label)}. ${reason}`,
          ...(award.state === 'offered' ? [`Accept before ${until(extended.acceptBy)}.`] : []),
          `Pay in full before ${until(extended.payBy)}.`,
        ],
      }),
      announce: [topics.round(award.roundId)],
    }
  },
})

async function readSubject(tx: Tx, awardId: string): Promise<Subject | undefined> {
  const award = await lockAward(tx, awardId)
  if (!award) return undefined
  const [round] = await tx.select({ zone: rounds.zone }).from(rounds).where(eq(rounds.id, award.roundId))
  return { award, zone: round!.zone }
}

/** The deadlines that move; one that stays is none. */
function movesOf(award: Award, after: { acceptBy: Date; payBy: Date }) {
  const both = [
    { deadline: 'accept' as const, before: award.acceptBy, after: after.acceptBy },
    { deadline: 'pay' as const, before: award.payBy, after: after.payBy },
  ]
  return both.filter((move) => move.after > move.before)
}

function inDays(days: number): string {
  return days === 1 ? 'one business day' : `${days} business days`
}
