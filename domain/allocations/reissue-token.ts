import { z } from 'zod'
import { canSponsor } from '@/domain/registrars/rules'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { issueRight, revokeLive } from './issue-right'
import { lockAward, lockNewestToken, lockSponsoredAward } from './lock-award'
import { requirePaid } from './require-paid'

/**
 * A new token in the old one's place: the old one ends at once (R11.1). By the registrar, or by an officer, who alone
 * replaces one that was reported redeemed and never confirmed.
 * Refuses: thing.not-found, award.wrong-state, token.none, token.redeemed, registrar.not-accredited.
 */
export const reissueToken = operation('token.reissue', {
  input: z.strictObject({
    awardId: z.string().max(60),
    reason: z
      .string()
      .trim()
      .min(3, 'Say why a new token is needed.')
      .max(500, 'Use at most 500 characters.'),
  }),
  async subject(tx, { awardId }, actor) {
    const isOfficer = actor.kind === 'person' && actor.roles.includes('programme-officer')
    const inHand = isOfficer ? await lockAward(tx, awardId) : await lockSponsoredAward(tx, awardId, actor)
    return inHand && { inHand, isOfficer, newest: await lockNewestToken(tx, awardId) }
  },
  check({ subject: { inHand, isOfficer, newest } }) {
    requirePaid(inHand.award)
    if (!newest) throw refuse('token.none')
    if (newest.state === 'redeemed' && !isOfficer) throw refuse('token.redeemed')
    if (!canSponsor(inHand.registrar))
      throw refuse('registrar.not-accredited', { name: inHand.registrar.name })
  },
  async run({ tx, at, input, subject: { inHand } }) {
    const ended = await revokeLive(tx, inHand, input.reason, at)
    const { tokenId, letters } = await issueRight(tx, inHand, at)
    return {
      result: { tokenId },
      audit: { object: inHand.award.id, facts: { tokenId } },
      letters: [...ended, ...letters],
    }
  },
})
