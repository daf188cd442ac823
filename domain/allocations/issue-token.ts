import { z } from 'zod'
import { canSponsor } from '@/domain/registrars/rules'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { issueRight } from './issue-right'
import { blockedLetters } from './letters'
import { lockAward, lockNewestToken } from './lock-award'
import { requirePaid } from './require-paid'
import { isUsable } from './rules'

/**
 * Once an award is paid, its registrar gets the right to create the name (R11.1). A registrar that is not accredited gets
 * nothing, and officers and applicant are told (R4.2). Refuses: thing.not-found, award.wrong-state, token.live.
 */
export const issueToken = operation('token.issue', {
  input: z.strictObject({ awardId: z.string().max(60) }),
  async subject(tx, { awardId }) {
    const inHand = await lockAward(tx, awardId)
    return inHand && { inHand, newest: await lockNewestToken(tx, awardId) }
  },
  check({ subject: { inHand } }) {
    requirePaid(inHand.award)
  },
  async run({ tx, at, subject: { inHand, newest } }) {
    const { award, registrar } = inHand
    if (!canSponsor(registrar))
      return {
        result: { issued: false },
        audit: { object: award.id, facts: { registrar: registrar.ianaId, accredited: false } },
        letters: await blockedLetters(tx, inHand),
      }
    if (newest && (isUsable(newest, at) || newest.state === 'redeemed')) throw refuse('token.live')
    const { tokenId, letters } = await issueRight(tx, inHand, at)
    return {
      result: { issued: true },
      audit: { object: award.id, facts: { tokenId, registrar: registrar.ianaId } },
      letters,
    }
  },
})
