import { desc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { appeals, type RemedyRung, remedies } from '@/db/schema/build-out'
import { type LockedBuildOut, requireRunning } from '@/domain/commitments/lock-build-out'
import { requireMove } from '@/domain/commitments/move-commitment'
import { rungWords } from '@/domain/commitments/rules'
import { refuse } from '@/lib/errors'
import { formatInstant } from '@/lib/time/format-instant'
import { leadsTo, nextRung, nextRungFrom } from './ladder'

type Locked = LockedBuildOut & { commitment: LockedBuildOut['commitments'][number] }

/** Refuses unless this rung is the next one of the commitment, and its moment has come. */
export async function requireRung(tx: Tx, locked: Locked, rung: RemedyRung, at: Date): Promise<void> {
  requireRunning(locked)
  const { commitment, buildOut } = locked
  requireMove(commitment, rung === 'cure-notice' ? 'notice' : 'remedy')
  const next = nextRung(commitment.rung)
  if (next !== rung)
    throw refuse('remedy.wrong-rung', { next: next ? rungWords[next] : 'none, this was the last' })
  if (!leadsTo(commitment.remedy, rung))
    throw refuse('remedy.beyond', { furthest: rungWords[commitment.remedy] })
  const standing = commitment.rung && (await lastRemedy(tx, commitment.id))
  if (!standing) return
  if (standing.appeal && !standing.appeal.outcome) throw refuse('remedy.appeal-open')
  const from = nextRungFrom({ ...standing.remedy, cureEndsAt: commitment.cureEndsAt })
  if (at < from) throw refuse('remedy.too-early', { at: formatInstant(from, buildOut.zone) })
}

/** The rung taken last for a commitment, with its appeal if there is one. */
export async function lastRemedy(db: Reader, commitmentId: string) {
  const [row] = await db
    .select({ remedy: remedies, appeal: appeals })
    .from(remedies)
    .leftJoin(appeals, eq(appeals.remedyId, remedies.id))
    .where(eq(remedies.commitmentId, commitmentId))
    .orderBy(desc(remedies.imposedAt), desc(remedies.id))
    .limit(1)
  return row
}
