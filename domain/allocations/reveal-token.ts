import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { allocationTokens } from '@/db/schema/allocations'
import { canSponsor } from '@/domain/registrars/rules'
import { requireFreshFactor } from '@/lib/access/require-permission'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { operation } from '@/lib/operation'
import { newToken } from '@/lib/secrets'
import { formatInstant } from '@/lib/time/format-instant'
import { commandFor } from './command-for'
import { CreateDetails } from './epp'
import { lockNewestToken, lockSponsoredAward } from './lock-award'
import { requirePaid } from './require-paid'

/**
 * Makes the token's secret and shows it, once, within the exact EPP command (R11.1, R11.2). Only its SHA-256 is kept, so
 * this must not be called with an idempotency key, which would keep the answer.
 * Refuses: thing.not-found, access.confirm-again, award.wrong-state, token.none, token.shown, token.redeemed,
 * token.expired, registrar.not-accredited.
 */
export const revealToken = operation('token.reveal', {
  input: z.strictObject({ awardId: z.string().max(60), details: CreateDetails }),
  async subject(tx, { awardId }, actor) {
    const inHand = await lockSponsoredAward(tx, awardId, actor)
    return inHand && { inHand, token: await lockNewestToken(tx, awardId) }
  },
  check({ actor, at, subject: { inHand, token } }) {
    requireFreshFactor(actor)
    requirePaid(inHand.award)
    if (!token || token.state === 'revoked') throw refuse('token.none')
    if (token.state === 'redeemed') throw refuse('token.redeemed')
    if (token.state === 'expired' || token.expiresAt <= at) throw refuse('token.expired')
    if (token.shownAt) throw refuse('token.shown', { at: formatInstant(token.shownAt, 'UTC') })
    if (!canSponsor(inHand.registrar))
      throw refuse('registrar.not-accredited', { name: inHand.registrar.name })
  },
  async run({ tx, at, actor, input, subject: { inHand, token } }) {
    if (actor.kind !== 'person' || !token) throw refuse('access.denied')
    const secret = newToken()
    await tx
      .update(allocationTokens)
      .set({ state: 'shown', secretHash: sha256Hex(secret), shownAt: at, shownTo: actor.userId })
      .where(eq(allocationTokens.id, token.id))
    return {
      result: { token: secret, command: commandFor(inHand, token, input.details, secret) },
      audit: { object: inHand.award.id, facts: { tokenId: token.id } },
    }
  },
})
