import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { allocationTokens } from '@/db/schema/allocations'
import { newId } from '@/lib/ids'
import type { Letter } from '@/lib/mail'
import { issuedLetters, revokedLetters } from './letters'
import type { AwardInHand } from './lock-award'
import { allocationTerms } from './rules'

const DAY = 86_400_000

/**
 * Gives the award's registrar the right to create the name once (R11.1); there is no secret yet. The caller holds the
 * award's lock and has made sure that the award is paid, the registrar accredited and no token live.
 */
export async function issueRight(
  tx: Tx,
  inHand: AwardInHand,
  at: Date,
): Promise<{ tokenId: string; letters: Letter[] }> {
  const { award, settings } = inHand
  const tokenId = newId('tok', at)
  const expiresAt = new Date(at.getTime() + allocationTerms(settings).tokenDays * DAY)
  await tx.insert(allocationTokens).values({
    id: tokenId,
    awardId: award.id,
    label: award.label,
    registrarIanaId: award.registrarIanaId,
    issuedAt: at,
    expiresAt,
  })
  return { tokenId, letters: await issuedLetters(tx, inHand, { id: tokenId, expiresAt }) }
}

/** Ends what is live of an award's tokens, with the reason its registrar reads. */
export async function revokeLive(tx: Tx, inHand: AwardInHand, reason: string, at: Date): Promise<Letter[]> {
  const ended = await tx
    .update(allocationTokens)
    .set({ state: 'revoked', endedAt: at, endReason: reason })
    .where(
      and(
        eq(allocationTokens.awardId, inHand.award.id),
        inArray(allocationTokens.state, ['issued', 'shown', 'redeemed']),
      ),
    )
    .returning({ id: allocationTokens.id, registrarIanaId: allocationTokens.registrarIanaId })
  const letters = await Promise.all(ended.map((token) => revokedLetters(tx, inHand, token, reason)))
  return letters.flat()
}
