import { and, desc, eq, gte, like, lt, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { auditLog } from '@/db/schema/system'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'
import { findObject } from './find-object'
import { withoutConflictsOf } from './without-conflicts-of'

export type AuditFilter = {
  /** What it was about: a name, a round as `1-2`, a reference number, an id or the beginning of one. */
  object?: string
  /** Name of an operation, or its noun and a full stop. */
  operation?: string
  outcome?: string
  /** Pseudonym of the actor or the second person, `anyone`, or the beginning of either. */
  actor?: string
  /** A day in UTC, `2026-11-19`. */
  day?: string
  /** Entries before this number. */
  before?: string
}

const PAGE = 50
const EXPORT_PAGE = 1000
const OUTCOMES = ['done', 'refused', 'requested', 'declined'] as const

export type AuditEntry = Omit<typeof auditLog.$inferSelect, 'payload' | 'salt' | 'leafHash'> & {
  facts: Record<string, unknown>
  leafHash: string
}
type AuditPage = { entries: AuditEntry[]; older: bigint | undefined }

/**
 * The audit log, newest first, fifty at a time. `older` is the number to go on from. Here and in the export, whoever works
 * on applications finds nothing of those they have a conflict with (R6.2).
 */
export const readAudit = query<AuditFilter, AuditPage>('audit.read', ({ db, actor, input }) =>
  readPage(db, actor, input, PAGE),
)

/**
 * Everything that fits the filter, newest first, a thousand entries at a time: nobody has to hold the whole log. What is
 * written meanwhile is not in it.
 */
export const exportAudit = query<AuditFilter, AsyncGenerator<AuditEntry[]>>(
  'audit.read',
  async ({ db, actor, input }) => pagesOf(db, actor, input),
)

async function* pagesOf(db: Reader, actor: Person, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  let before = filter.before
  do {
    const page: AuditPage = await readPage(db, actor, { ...filter, ...(before && { before }) }, EXPORT_PAGE)
    yield page.entries
    before = page.older?.toString()
  } while (before)
}

async function readPage(db: Reader, actor: Person, filter: AuditFilter, size: number): Promise<AuditPage> {
  const object = filter.object && (await findObject(db, filter.object))
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(await withoutConflictsOf(db, actor), ...conditions({ ...filter, ...(object && { object }) })))
    .orderBy(desc(auditLog.id))
    .limit(size + 1)
  const entries = rows.slice(0, size).map(({ payload, salt: _salt, leafHash, ...row }) => ({
    ...row,
    facts: factsOf(payload),
    leafHash: Buffer.from(leafHash).toString('hex'),
  }))
  return { entries, older: rows.length > size ? entries.at(-1)!.id : undefined }
}

function conditions({ object, operation, outcome, actor, day, before }: AuditFilter) {
  const since = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined
  const known = OUTCOMES.find((each) => each === outcome)
  return [
    object ? about(object) : undefined,
    operation ? like(auditLog.kind, `${escaped(operation)}%`) : undefined,
    known ? eq(auditLog.outcome, known) : undefined,
    actor ? by(actor) : undefined,
    since && !Number.isNaN(since.getTime())
      ? and(gte(auditLog.at, since), lt(auditLog.at, new Date(since.getTime() + 86_400_000)))
      : undefined,
    before && /^\d{1,18}$/.test(before) ? lt(auditLog.id, BigInt(before)) : undefined,
  ]
}

/** An id or the beginning of one; a name alone is itself and not those that begin with it. */
function about(object: string) {
  return /^label:./.test(object) ? eq(auditLog.object, object) : like(auditLog.object, `${escaped(object)}%`)
}

/** Whoever asked or approved; one of `system:` and `sub_` alone stands for all of them. */
function by(actor: string) {
  const begins = `${escaped(actor)}%`
  return /[_:]$/.test(actor)
    ? or(like(auditLog.actor, begins), like(auditLog.approver, begins))
    : or(eq(auditLog.actor, actor), eq(auditLog.approver, actor))
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** What the operation said of itself. The payload is canonical JSON that only the door writes. */
function factsOf(payload: Uint8Array): Record<string, unknown> {
  const { facts } = JSON.parse(Buffer.from(payload).toString('utf8')) as { facts?: Record<string, unknown> }
  return facts ?? {}
}
