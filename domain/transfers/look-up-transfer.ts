import { count, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { transferLookups, transfers } from '@/db/schema/build-out'
import { organisations } from '@/db/schema/people'
import { Seen } from '@/domain/allocations/judge-seen'
import { alarmLetters } from '@/domain/allocations/letters'
import { lockAward } from '@/domain/allocations/lock-award'
import { recordedLetters } from '@/domain/allocations/registrant-letters'
import { nextLookupAt } from '@/domain/allocations/rules'
import { Id } from '@/domain/commitments/input'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { lastTransfer } from './at-registry'
import { judgeRegistrant } from './judge-registrant'
import { isRecorded } from './read-at-registry'
import { isAlarm, registrantOutcomeWords } from './rules'

/**
 * Keeps what RDAP said of a name that passed to another registrant; once it names the new one, the transfer is complete
 * (R12.3). What is wrong keeps waiting, and officers are told once.
 * Refuses: thing.not-found, allocation.not-waiting, allocation.not-due.
 */
export const lookUpTransfer = operation('transfer.look-up', {
  input: z.strictObject({ transferId: Id, seen: Seen }),
  async subject(tx, { transferId }) {
    const [found] = await tx
      .select({ transfer: transfers, from: organisations.legalName })
      .from(transfers)
      .innerJoin(organisations, eq(organisations.id, transfers.fromOrganisationId))
      .where(eq(transfers.id, transferId))
    const inHand = found && (await lockAward(tx, found.transfer.awardId))
    if (!inHand) return undefined
    const last = await lastTransfer(tx, inHand.award.id)
    const [before] = await tx
      .select({ lookups: count(), lastAt: max(transferLookups.at) })
      .from(transferLookups)
      .where(eq(transferLookups.transferId, transferId))
    return { inHand, from: found.from, last, before: before! }
  },
  check({ at, input, subject: { inHand, last, before } }) {
    if (inHand.award.state !== 'allocated' || last?.id !== input.transferId || isRecorded(last))
      throw refuse('allocation.not-waiting')
    if (at < nextLookupAt(last.decidedAt, before.lookups, before.lastAt)) throw refuse('allocation.not-due')
  },
  async run({ tx, at, input: { transferId, seen }, subject: { inHand, from } }) {
    const { award, registrar, holder } = inHand
    const name = `${award.label}.org`
    const of = { name, ianaId: registrar.ianaId, from, to: holder }
    const { outcome, detail } = judgeRegistrant(seen, of)
    await tx.insert(transferLookups).values({ id: newId('tlk', at), transferId, at, outcome, detail })
    return {
      result: { outcome },
      audit: { object: award.id, facts: { transferId, outcome } },
      letters:
        outcome === 'new-registrant'
          ? await recordedLetters(tx, inHand, transferId, 'seen')
          : isAlarm(outcome)
            ? await alarmLetters(tx, {
                effect: `transfer-lookup:${transferId}:${outcome}`,
                ...{ name, what: registrantOutcomeWords[outcome], awardId: award.id },
              })
            : [],
    }
  },
})
