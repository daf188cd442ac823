import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { memberships, roles } from '@/db/schema/people'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { forgetPerson } from './forget-person'
import { isSelf, lockAnyUser } from './set-user-status'

/**
 * Takes name, address, sessions and letters of a person away for good, at their wish, by an administrator and a
 * programme officer, once they act for nobody and the rounds they had a part in are over. Bids, scores, decisions and
 * the log stay under the pseudonym, which leads to nobody then (R9.3). Refuses `user.erased`, `user.own-account`,
 * `user.still-acts`, `user.round-open`.
 */
export const eraseUser = operation('user.erase', {
  input: z.strictObject({ userId: z.string().max(60) }),
  async subject(tx, { userId }) {
    const user = await lockAnyUser(tx, userId)
    return user && { user, acts: await actsNow(tx, userId), round: await openRound(tx, userId) }
  },
  check({ actor, approver, subject: { user, acts, round } }) {
    if (user.erasedAt) throw refuse('user.erased')
    if (isSelf(actor, user) || approver?.userId === user.id) throw refuse('user.own-account')
    if (acts) throw refuse('user.still-acts')
    if (round) throw refuse('user.round-open', { round })
  },
  secondPerson: (_input, { user }) => ({
    object: user.id,
    summary: `Erase the account of ${user.name}`,
    typed: 'erase',
    changes: [{ what: 'account', before: user.email, after: 'erased for good' }],
    reason: 'The person asked for it.',
  }),
  async run({ tx, at, subject: { user } }) {
    await forgetPerson(tx, user, at)
    return { result: {}, audit: { object: user.pseudonym } }
  },
})

async function actsNow(tx: Tx, userId: string): Promise<boolean> {
  const [role] = await tx
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.userId, userId), isNull(roles.revokedAt)))
    .limit(1)
  const [member] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), isNull(memberships.endedAt)))
    .limit(1)
  return role !== undefined || member !== undefined
}

/** The name of a round that is not over, in which this person bid, reviewed, began or handed in a plan. */
async function openRound(tx: Tx, userId: string): Promise<string | undefined> {
  const [round] = await tx.execute<{ name: string }>(sql`
    select r.name from rounds r
    where r.state not in ('final', 'cancelled') and not r.practice and (
      exists (select 1 from bid_attempts b join lots l on l.id = b.lot_id
        where l.round_id = r.id and b.placed_by = ${userId})
      or exists (select 1 from assignments a join applications p on p.id = a.application_id
        where p.round_id = r.id and a.reviewer_id = ${userId})
      or exists (select 1 from applications p left join plan_versions v on v.application_id = p.id
        where p.round_id = r.id and (p.created_by = ${userId} or v.submitted_by = ${userId})))
    order by r.number limit 1`)
  return round?.name
}
