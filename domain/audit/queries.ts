import { and, desc, eq, gte, like, lt } from 'drizzle-orm'
import { auditLog } from '@/db/schema/system'
import { query } from '@/lib/query'

export type AuditFilter = {
  /** Id of what it was about, or the beginning of one. */
  object?: string
  /** Name of an operation, or its noun and a full stop. */
  operation?: string
  outcome?: string
  /** Pseudonym of the actor or the second person. */
  actor?: string
  /** A day in UTC, `2026-11-19`. */
  day?: string
  /** Entries before this number. */
  before?: string
}

const PAGE = 50
const OUTCOMES = ['done', 'refused', 'requested', 'declined'] as const

export type AuditEntry = Omit<typeof auditLog.$inferSelect, 'payload' | 'leafHash'> & {
  facts: Record<string, unknown>
  leafHash: string
}
type AuditPage = { entries: AuditEntry[]; older: bigint | undefined }

/** The audit log, newest first, fifty at a time. `older` is the number to go on from. */
export const readAudit = query<AuditFilter, AuditPage>('audit.read', async ({ db, input }) => {
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(...conditions(input)))
    .orderBy(desc(auditLog.id))
    .limit(PAGE + 1)
  const entries = rows.slice(0, PAGE).map(({ payload, leafHash, ...row }) => ({
    ...row,
    facts: factsOf(payload),
    leafHash: Buffer.from(leafHash).toString('hex'),
  }))
  return { entries, older: rows.length > PAGE ? entries.at(-1)!.id : undefined }
})

function conditions({ object, operation, outcome, actor, day, before }: AuditFilter) {
  const since = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  const known = OUTCOMES.find((each) => each === outcome)
  return [
    object ? like(auditLog.object, `${escaped(object)}%`) : undefined,
    operation ? like(auditLog.kind, `${escaped(operation)}%`) : undefined,
    known ? eq(auditLog.outcome, known) : undefined,
    actor ? eq(auditLog.actor, actor) : undefined,
    since && !Number.isNaN(since.getTime())
      ? and(gte(auditLog.at, since), lt(auditLog.at, new Date(since.getTime() + 86_400_000)))
      : undefined,
    before && /^\d{1,18}$/.test(before) ? lt(auditLog.id, BigInt(before)) : undefined,
  ]
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** What the operation said of itself. The payload is canonical JSON that only the door writes. */
function factsOf(payload: Uint8Array): Record<string, unknown> {
  const { facts } = JSON.parse(Buffer.from(payload).toString('utf8')) as { facts?: Record<string, unknown> }
  return facts ?? {}
}
