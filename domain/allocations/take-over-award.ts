import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { setRegistrar } from '@/domain/awards/set-registrar'
import { refuse } from '@/lib/errors'
import type { Letter } from '@/lib/mail'
import { issueRight, revokeLive } from './issue-right'
import { lockAward, lockNewestToken } from './lock-award'

/** The award of an application that still waits to be allocated. */
export async function awardInProgress(tx: Tx, applicationId: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ id: awards.id })
    .from(awards)
    .where(
      and(eq(awards.applicationId, applicationId), inArray(awards.state, ['offered', 'accepted', 'paid'])),
    )
  return found?.id
}

/**
 * A registrar that confirms after the award creates the name from now on: the other's token ends, and where the award is
 * paid the new one gets its own (R4.2, R11.1). Nothing changes when it is the award's registrar already.
 * Refuses `token.redeemed` once the name was reported created. The caller made sure that the registrar can sponsor.
 */
export async function takeOverAward(
  tx: Tx,
  { awardId, registrarIanaId, at }: { awardId: string; registrarIanaId: number; at: Date },
): Promise<Letter[]> {
  const before = await lockAward(tx, awardId)
  if (!before || before.award.registrarIanaId === registrarIanaId) return []
  const newest = await lockNewestToken(tx, awardId)
  if (newest?.state === 'redeemed') throw refuse('token.redeemed')
  const ended = await revokeLive(tx, before, 'The applicant named another registrar.', at)
  await setRegistrar(tx, awardId, registrarIanaId)
  const inHand = (await lockAward(tx, awardId))!
  const issued = inHand.award.state === 'paid' ? (await issueRight(tx, inHand, at)).letters : []
  return [...ended, ...issued]
}
