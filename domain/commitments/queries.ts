import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { awards } from '@/db/schema/awards'
import { appeals, buildOuts, commitments, evidence, remedies, transfers } from '@/db/schema/build-out'
import { organisations } from '@/db/schema/people'
import { actsFor } from '@/domain/applications/lock-application'
import { transfersAtRegistry } from '@/domain/transfers/due-transfers'
import { query } from '@/lib/query'
import { readBuildOut } from './read-build-out'

const members = ['owner', 'editor', 'bidder'] as const

/** The build-out of an award of the actor’s organisations, and what the actor may do there. */
export const ownBuildOut = query('build-out.own', async ({ db, actor, input }) => {
  const { awardId } = input as { awardId: string }
  const [award] = await db
    .select({ organisationId: awards.organisationId })
    .from(awards)
    .where(and(eq(awards.id, awardId), inArray(awards.organisationId, actsFor(actor, members))))
  const found = award && (await readBuildOut(db, awardId))
  if (!award || !found) return undefined
  return {
    ...found,
    isOwner: actsFor(actor, ['owner']).includes(award.organisationId),
    maySubmit: actsFor(actor, ['owner', 'editor']).includes(award.organisationId),
  }
})

/** The award that a commitment belongs to, if evidence for it is the actor’s to give. */
export const ownCommitment = query('build-out.own', async ({ db, actor, input }) => {
  const { commitmentId } = input as { commitmentId: string }
  const [row] = await db
    .select({ awardId: awards.id, number: commitments.number })
    .from(commitments)
    .innerJoin(awards, eq(awards.id, commitments.awardId))
    .where(
      and(
        eq(commitments.id, commitmentId),
        inArray(awards.organisationId, actsFor(actor, ['owner', 'editor'])),
      ),
    )
  return row
})

/** Any build-out, for the programme. */
export const managedBuildOut = query('build-out.manage', ({ db, input }) =>
  readBuildOut(db, (input as { awardId: string }).awardId),
)

/** Every commitment by its date, with what waits for the programme. */
export const buildOutBoard = query('build-out.manage', async ({ db }) => {
  const rows = await db
    .select({
      commitment: commitments,
      label: awards.label,
      organisation: organisations.legalName,
      zone: buildOuts.zone,
      terms: buildOuts.terms,
      ending: buildOuts.ending,
      agreeBy: buildOuts.agreeBy,
    })
    .from(commitments)
    .innerJoin(buildOuts, eq(buildOuts.awardId, commitments.awardId))
    .innerJoin(awards, eq(awards.id, commitments.awardId))
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .orderBy(asc(commitments.dueAt), asc(commitments.id))
  const pieces = await db.select({ commitmentId: evidence.commitmentId }).from(evidence)
  const appealed = await db
    .select({ commitmentId: remedies.commitmentId })
    .from(appeals)
    .innerJoin(remedies, eq(remedies.id, appeals.remedyId))
    .where(isNull(appeals.outcome))
  const asked = await db
    .select({ awardId: transfers.awardId, label: awards.label, at: transfers.requestedAt })
    .from(transfers)
    .innerJoin(awards, eq(awards.id, transfers.awardId))
    .where(eq(transfers.state, 'requested'))
    .orderBy(asc(transfers.requestedAt))
  const inCommitment = (id: string) => (row: { commitmentId: string }) => row.commitmentId === id
  return {
    rows: rows.map((row) => ({
      ...row,
      evidence: pieces.filter(inCommitment(row.commitment.id)).length,
      appealed: appealed.some(inCommitment(row.commitment.id)),
    })),
    transfers: asked,
    atRegistry: await transfersAtRegistry(db),
  }
})

export type BoardRow = NonNullable<Awaited<ReturnType<typeof buildOutBoard>>>['rows'][number]
