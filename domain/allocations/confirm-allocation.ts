import { count, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { allocationTokens, registryLookups } from '@/db/schema/allocations'
import { moveAward } from '@/domain/awards/move-award'
import { moveLabel } from '@/domain/labels/move-labels'
import { canSponsor } from '@/domain/registrars/rules'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { judgeSeen, Seen } from './judge-seen'
import { alarmLetters, allocatedLetters } from './letters'
import { lockAward } from './lock-award'
import { isMismatch, lookupOutcomeWords, nextLookupAt } from './rules'

/**
 * Keeps what RDAP said of a name whose token was redeemed, and allocates it when name and registrar are right (R11.2).
 * What is wrong is kept waiting, and officers are told once. Refuses: thing.not-found, allocation.not-waiting,
 * allocation.not-due.
 */
export const confirmAllocation = operation('allocation.confirm', {
  input: z.strictObject({ tokenId: z.string().max(60), seen: Seen }),
  async subject(tx, { tokenId }) {
    const [found] = await tx.select().from(allocationTokens).where(eq(allocationTokens.id, tokenId))
    const inHand = found && (await lockAward(tx, found.awardId))
    if (!inHand) return undefined
    const [token] = await tx
      .select()
      .from(allocationTokens)
      .where(eq(allocationTokens.id, tokenId))
      .for('update')
    const [before] = await tx
      .select({ lookups: count(), lastAt: max(registryLookups.at) })
      .from(registryLookups)
      .where(eq(registryLookups.tokenId, tokenId))
    return { inHand, token: token!, before: before! }
  },
  check({ at, subject: { inHand, token, before } }) {
    if (token.state !== 'redeemed' || inHand.award.state !== 'paid') throw refuse('allocation.not-waiting')
    if (at < nextLookupAt(token.redeemedAt!, before.lookups, before.lastAt))
      throw refuse('allocation.not-due')
  },
  async run({ tx, at, input: { seen }, subject: { inHand, token } }) {
    const { award, registrar, holder } = inHand
    const name = `${award.label}.org`
    const { outcome, detail } = judgeSeen(seen, name, registrar.ianaId)
    await tx.insert(registryLookups).values({ id: newId('lkp', at), tokenId: token.id, at, outcome, detail })
    const audit = { object: award.id, facts: { tokenId: token.id, outcome } }
    const unfit = outcome === 'confirmed' && !canSponsor(registrar)
    if (outcome !== 'confirmed' || unfit)
      return {
        result: { outcome },
        audit,
        letters:
          isMismatch(outcome) || unfit
            ? await alarmLetters(tx, {
                effect: `registry-lookup:${token.id}:${outcome}`,
                name,
                what: unfit
                  ? `Registered, but ${registrar.name} is not accredited`
                  : lookupOutcomeWords[outcome],
                awardId: award.id,
              })
            : [],
      }
    await moveAward(tx, { award, move: 'allocate', at })
    const note = `Allocated to ${holder}, registered through ${registrar.name}`
    await moveLabel(tx, { label: award.label, to: 'allocated', at, note, roundId: award.roundId })
    return {
      result: { outcome },
      audit,
      announce: [topics.round(award.roundId)],
      letters: await allocatedLetters(tx, inHand),
    }
  },
})
