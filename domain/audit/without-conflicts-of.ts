import { and, eq, inArray, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { assignments, conflictDeclarations } from '@/db/schema/reviews'
import { auditLog } from '@/db/schema/system'
import type { Person } from '@/lib/access/actor'

const COUNTING = ['decision.release', 'review.compute-assignment']

/**
 * Of the log: what tells nothing of an application the person declared a conflict with (R6.2). An entry that names one of
 * several goes as a whole: what it says of the others, and its hash, would tell of this one. So does one that counts over
 * all applications of the round. Auditors and administrators who do no work on applications read everything.
 */
export async function withoutConflictsOf(db: Reader, person: Person): Promise<SQL | undefined> {
  if (!person.roles.some((role) => ['programme-officer', 'panel-chair', 'reviewer'].includes(role)))
    return undefined
  const declared = await db
    .select({ id: applications.id, roundId: applications.roundId })
    .from(conflictDeclarations)
    .innerJoin(applications, eq(applications.id, conflictDeclarations.applicationId))
    .where(
      and(eq(conflictDeclarations.reviewerId, person.userId), eq(conflictDeclarations.state, 'declared')),
    )
  if (declared.length === 0) return undefined
  const hidden = declared.map(({ id }) => id)
  const read = await db
    .select({ id: assignments.id })
    .from(assignments)
    .where(inArray(assignments.applicationId, hidden))
  const names = [...hidden, ...read.map(({ id }) => id)].map(
    (id) => sql`position(convert_to(${id}, 'UTF8') in ${auditLog.payload}) > 0`,
  )
  const rounds = declared.map(({ roundId }) => roundId)
  return and(
    sql`not (${or(...names)})`,
    or(notInArray(auditLog.kind, COUNTING), notInArray(auditLog.object, rounds)),
  )
}
