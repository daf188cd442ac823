import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { planVersions } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import {
  appeals,
  buildOuts,
  commitmentMoves,
  commitmentRevisions,
  commitments,
  evidence,
  evidenceChecks,
  remedies,
  transfers,
} from '@/db/schema/build-out'
import { organisations } from '@/db/schema/people'
import { files } from '@/db/schema/system'
import { type AtRegistry, readAtRegistry } from '@/domain/transfers/read-at-registry'

type Row<T extends { $inferSelect: unknown }> = T['$inferSelect']
export type Piece = Row<typeof evidence> & {
  file: Row<typeof files> | null
  checks: Row<typeof evidenceChecks>[]
}
export type Step = Row<typeof remedies> & { appeal: Row<typeof appeals> | null }
export type CommitmentInFull = Row<typeof commitments> & {
  revisions: Row<typeof commitmentRevisions>[]
  moves: Row<typeof commitmentMoves>[]
  evidence: Piece[]
  /** In the order in which they were taken. */
  steps: Step[]
}
export type BuildOutInFull = {
  award: Row<typeof awards>
  buildOut: Row<typeof buildOuts>
  organisation: string
  planVersion: number
  commitments: CommitmentInFull[]
  /** `registry`: how far it is with the change of registrant; null before the approval. */
  transfers: (Row<typeof transfers> & { to: string; registry: AtRegistry | null })[]
}

/** A build-out with everything that belongs to it, for whoever may read it: the caller has asked that. */
export async function readBuildOut(db: Reader, awardId: string): Promise<BuildOutInFull | undefined> {
  const [found] = await db
    .select({
      award: awards,
      buildOut: buildOuts,
      organisation: organisations.legalName,
      planVersion: planVersions.number,
    })
    .from(buildOuts)
    .innerJoin(awards, eq(awards.id, buildOuts.awardId))
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .innerJoin(planVersions, eq(planVersions.id, buildOuts.planVersionId))
    .where(eq(buildOuts.awardId, awardId))
  if (!found) return undefined
  const passed = await db
    .select({ transfer: transfers, to: organisations.legalName })
    .from(transfers)
    .innerJoin(organisations, eq(organisations.id, transfers.toOrganisationId))
    .where(eq(transfers.awardId, awardId))
    .orderBy(asc(transfers.requestedAt))
  return {
    ...found,
    commitments: await readCommitments(db, awardId),
    transfers: await Promise.all(
      passed.map(async ({ transfer, to }) => ({
        ...{ ...transfer, to },
        registry:
          transfer.state === 'approved' && transfer.decidedAt
            ? await readAtRegistry(db, { id: transfer.id, awardId, decidedAt: transfer.decidedAt })
            : null,
      })),
    ),
  }
}

async function readCommitments(db: Reader, awardId: string): Promise<CommitmentInFull[]> {
  const rows = await db
    .select()
    .from(commitments)
    .where(eq(commitments.awardId, awardId))
    .orderBy(asc(commitments.number))
  const ids = rows.map(({ id }) => id)
  const [revisions, moves, pieces, steps] = await Promise.all([
    db
      .select()
      .from(commitmentRevisions)
      .where(inArray(commitmentRevisions.commitmentId, ids))
      .orderBy(asc(commitmentRevisions.number)),
    db
      .select()
      .from(commitmentMoves)
      .where(inArray(commitmentMoves.commitmentId, ids))
      .orderBy(asc(commitmentMoves.at), asc(commitmentMoves.id)),
    readPieces(db, ids),
    readSteps(db, ids),
  ])
  const of = <T extends { commitmentId: string }>(all: readonly T[], id: string) =>
    all.filter(({ commitmentId }) => commitmentId === id)
  return rows.map((row) => ({
    ...row,
    revisions: of(revisions, row.id),
    moves: of(moves, row.id),
    evidence: of(pieces, row.id),
    steps: of(steps, row.id),
  }))
}

async function readPieces(db: Reader, commitmentIds: readonly string[]): Promise<Piece[]> {
  const rows = await db
    .select({ piece: evidence, file: files })
    .from(evidence)
    .leftJoin(files, eq(files.id, evidence.fileId))
    .where(inArray(evidence.commitmentId, [...commitmentIds]))
    .orderBy(asc(evidence.submittedAt), asc(evidence.id))
  const ids = rows.map(({ piece }) => piece.id)
  const checks = await db
    .select()
    .from(evidenceChecks)
    .where(inArray(evidenceChecks.evidenceId, ids))
    .orderBy(asc(evidenceChecks.attempt))
  return rows.map(({ piece, file }) => ({
    ...piece,
    file,
    checks: checks.filter(({ evidenceId }) => evidenceId === piece.id),
  }))
}

async function readSteps(db: Reader, commitmentIds: readonly string[]): Promise<Step[]> {
  const rows = await db
    .select({ remedy: remedies, appeal: appeals })
    .from(remedies)
    .leftJoin(appeals, eq(appeals.remedyId, remedies.id))
    .where(inArray(remedies.commitmentId, [...commitmentIds]))
    .orderBy(asc(remedies.imposedAt), asc(remedies.id))
  return rows.map(({ remedy, appeal }) => ({ ...remedy, appeal }))
}
