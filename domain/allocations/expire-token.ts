import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { allocationTokens } from '@/db/schema/allocations'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { revokeLive } from './issue-right'
import { expiredLetters } from './letters'
import { lockAward, lockNewestToken } from './lock-award'
import { isUsable } from './rules'

/**
 * Ends a token whose time is over, or whose award ended before it was used, and says so (R11.1).
 * Refuses: thing.not-found, token.not-due.
 */
export const expireToken = operation('token.expire', {
  input: z.strictObject({ awardId: z.string().max(60) }),
  async subject(tx, { awardId }) {
    const inHand = await lockAward(tx, awardId)
    const token = inHand && (await lockNewestToken(tx, awardId))
    return inHand && token && { inHand, token }
  },
  async run({ tx, at, subject: { inHand, token } }) {
    if (token.state !== 'issued' && token.state !== 'shown') throw refuse('token.not-due')
    const audit = { object: inHand.award.id, facts: { tokenId: token.id } }
    const result = { tokenId: token.id }
    if (inHand.award.state !== 'paid')
      return { result, audit, letters: await revokeLive(tx, inHand, 'The award has ended.', at) }
    if (isUsable(token, at)) throw refuse('token.not-due')
    await tx
      .update(allocationTokens)
      .set({ state: 'expired', endedAt: at, endReason: 'Not used in time.' })
      .where(eq(allocationTokens.id, token.id))
    return { result, audit, letters: await expiredLetters(tx, inHand, token.id) }
  },
})
