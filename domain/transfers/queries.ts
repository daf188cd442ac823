import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { awards } from '@/db/schema/awards'
import { commitments, transfers } from '@/db/schema/build-out'
import { organisations } from '@/db/schema/people'
import { actsFor } from '@/domain/applications/lock-application'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'

const toOwn = (actor: Person) => inArray(transfers.toOrganisationId, actsFor(actor, ['owner']))

/** A transfer to an organisation of the person’s, with the promises that it would take over (R12.3). */
export const transferToOwn = query('transfers.own', async ({ db, actor, input }) => {
  const { transferId } = input as { transferId: string }
  const [found] = await db
    .select({ transfer: transfers, label: awards.label, from: organisations.legalName })
    .from(transfers)
    .innerJoin(awards, eq(awards.id, transfers.awardId))
    .innerJoin(organisations, eq(organisations.id, transfers.fromOrganisationId))
    .where(and(eq(transfers.id, transferId), toOwn(actor)))
  if (!found) return undefined
  const { transfer, label, from } = found
  const { id, awardId, state, ground, agreedAt } = transfer
  const open = await db
    .select({ id: commitments.id, milestone: commitments.milestone, dueAt: commitments.dueAt })
    .from(commitments)
    .where(and(eq(commitments.awardId, awardId), isNull(commitments.outcome)))
    .orderBy(asc(commitments.number))
  return { id, label, from, state, ground, agreedAt, open }
})

/** The transfers that wait for the agreement of the person’s organisations. */
export const transfersToAgree = query('transfers.own', async ({ db, actor }) =>
  db
    .select({ id: transfers.id, label: awards.label, from: organisations.legalName })
    .from(transfers)
    .innerJoin(awards, eq(awards.id, transfers.awardId))
    .innerJoin(organisations, eq(organisations.id, transfers.fromOrganisationId))
    .where(and(eq(transfers.state, 'requested'), isNull(transfers.agreedAt), toOwn(actor)))
    .orderBy(asc(transfers.requestedAt)),
)
