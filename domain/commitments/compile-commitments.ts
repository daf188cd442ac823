import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { applications, planVersions } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { buildOuts, commitmentRevisions, commitments } from '@/db/schema/build-out'
import { rounds } from '@/db/schema/rounds'
import type { FrozenContent } from '@/domain/plans/check-section'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { addBusinessDays } from '@/lib/time/business-days'
import { compilePlan } from './compile-plan'
import { Id } from './input'
import { compiledLetters } from './letters'
import { AGREE_BUSINESS_DAYS, hasBuildOut } from './rules'

/**
 * Turns the dated milestones of the accepted plan into commitments, pinned to that version (R12.1). They stand as
 * proposed until the owner agrees or two officers fix them.
 * Refuses: thing.not-found, award.wrong-state, build-out.exists.
 */
export const compileCommitments = operation('build-out.compile', {
  input: z.strictObject({ awardId: Id }),
  subject: (tx, { awardId }) => lockPromising(tx, awardId),
  check({ subject: { award, exists } }) {
    if (exists) throw refuse('build-out.exists')
    if (!hasBuildOut(award.state)) throw refuse('award.wrong-state', { state: award.state })
  },
  async run({ tx, at, subject: { award, version, zone } }) {
    const promised = compilePlan(version.content as Record<string, FrozenContent>, zone)
    const agreeBy = addBusinessDays(at, AGREE_BUSINESS_DAYS, zone)
    await tx
      .insert(buildOuts)
      .values({ awardId: award.id, planVersionId: version.id, zone, compiledAt: at, agreeBy })
    for (const [index, terms] of promised.entries()) {
      const id = newId('com', at)
      await tx
        .insert(commitments)
        .values({ id, awardId: award.id, number: index + 1, stateSince: at, ...terms })
      await tx
        .insert(commitmentRevisions)
        .values({ commitmentId: id, number: 1, origin: 'plan', ...terms, at })
    }
    return {
      result: { commitments: promised.length },
      audit: { object: award.id, facts: { planVersionId: version.id, commitments: promised.length } },
      letters: await compiledLetters(tx, { award, agreeBy, zone, count: promised.length }),
    }
  },
})

async function lockPromising(tx: Tx, awardId: string) {
  const [award] = await tx.select().from(awards).where(eq(awards.id, awardId)).for('update')
  if (!award) return undefined
  const [found] = await tx
    .select({ version: planVersions, zone: rounds.zone })
    .from(applications)
    .innerJoin(planVersions, eq(planVersions.id, applications.currentVersionId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(eq(applications.id, award.applicationId))
  const held = await tx
    .select({ at: buildOuts.compiledAt })
    .from(buildOuts)
    .where(eq(buildOuts.awardId, awardId))
  return found && { award, ...found, exists: held.length > 0 }
}
