import { and, asc, eq, isNotNull, lte, ne, sql } from 'drizzle-orm'
import { database, type Reader, type Tx } from '@/db/client'
import { evidence, type ProofKind } from '@/db/schema/build-out'
import { enqueue } from '@/lib/jobs'
import { lookJob } from './look-job'

/** So long after its time a look counts as left behind by a worker that died. */
const LEFT_AFTER = '60 seconds'

export type DueEvidence = { kind: Exclude<ProofKind, 'file'>; target: string; attempt: number }

/** What to look at for a piece of evidence, if a look is due at all. */
export async function dueEvidence(db: Reader, evidenceId: string): Promise<DueEvidence | undefined> {
  const [row] = await db
    .select({ kind: evidence.kind, target: evidence.target, attempts: evidence.attempts })
    .from(evidence)
    .where(and(eq(evidence.id, evidenceId), isNotNull(evidence.nextCheckAt), ne(evidence.kind, 'file')))
  if (!row || row.kind === 'file') return undefined
  return { kind: row.kind, target: row.target, attempt: row.attempts + 1 }
}

/** Asks for the looks whose worker was killed; each is recorded once, however often it is asked for. */
export async function resumeLooks(): Promise<number> {
  const left = await leftBehind(database())
  if (left.length > 0)
    await database().transaction((tx: Tx) =>
      enqueue(
        tx,
        left.map((id) => lookJob(id)),
      ),
    )
  return left.length
}

async function leftBehind(db: Reader): Promise<string[]> {
  const rows = await db
    .select({ id: evidence.id })
    .from(evidence)
    .where(lte(evidence.nextCheckAt, sql`clock_timestamp() - ${LEFT_AFTER}::interval`))
    .orderBy(asc(evidence.id))
    .limit(50)
  return rows.map(({ id }) => id)
}
