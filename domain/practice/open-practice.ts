import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { registerPractice } from '@/domain/bidders/register-practice'
import { addPracticeBots } from '@/domain/organisations/add-practice-bots'
import { addPracticeRound } from '@/domain/rounds/add-practice-round'
import { lockRound } from '@/domain/rounds/lock-round'
import { addPracticeUser } from '@/domain/users/add-practice-user'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { findPractice } from './find-practice'
import { canPractise } from './rules'

/**
 * Opens a practice auction for an applicant of a round (R3.6): the round's format and settings, invented names, bots as
 * rivals, the real rooms. One at a time for an organisation. Refuses with `practice.not-now`, `practice.running`.
 */
export const openPractice = operation('practice.open', {
  input: z.strictObject({ roundId: z.string().min(1, 'This is missing.').max(60, 'This is no id.') }),
  async subject(tx, { roundId }, actor) {
    const round = await lockRound(tx, roundId)
    const organisationId = round && (await applicantOf(tx, actor, roundId))
    if (!round || !organisationId) return undefined
    return { round, organisationId, running: await findPractice(tx, roundId, [organisationId]) }
  },
  check({ subject: { round, running } }) {
    if (!canPractise(round.state)) throw refuse('practice.not-now')
    if (running?.state === 'bidding') throw refuse('practice.running')
  },
  async run({ tx, at, subject: { round, organisationId } }) {
    const bots = await addPracticeBots(tx, await addPracticeUser(tx))
    const practice = await addPracticeRound(tx, round, at)
    await registerPractice(tx, {
      roundId: practice.id,
      lotIds: practice.lots.map(({ id }) => id),
      organisationId,
      bots,
      depositMinor: BigInt(round.settings.defaultReserveMinor) * 2n,
      at,
    })
    return {
      result: { roundId: round.id, practiceId: practice.id },
      audit: { object: practice.id, facts: { practiceOf: round.id, names: practice.lots.length } },
    }
  },
})

/** The organisation that the person bids for and that applied in the round. */
async function applicantOf(tx: Tx, actor: Actor, roundId: string): Promise<string | undefined> {
  if (actor.kind !== 'person') return undefined
  const own = actor.memberships.flatMap(({ role, organisationId }) =>
    role === 'bidder' ? [organisationId] : [],
  )
  if (own.length === 0) return undefined
  const [found] = await tx
    .select({ organisationId: applications.organisationId })
    .from(applications)
    .where(
      and(
        eq(applications.roundId, roundId),
        inArray(applications.organisationId, own),
        inArray(applications.state, ['draft', 'submitted']),
      ),
    )
    .orderBy(applications.organisationId)
    .limit(1)
  return found?.organisationId
}
