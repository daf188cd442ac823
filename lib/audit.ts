import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { type Actor, auditName } from '@/lib/access/actor'
import { canonicalJson } from '@/lib/canonical-json'

/** What an operation says of itself for the log: the object it was about and facts without personal data (R9.3). */
export type AuditBody = { object: string; facts?: Record<string, unknown> }

export type AuditEntry = AuditBody & {
  kind: string
  outcome: 'done' | 'refused' | 'requested' | 'declined'
  actor: Actor
  approver?: Actor
}

/** Appends entries in the caller's transaction. Only the door calls this. */
export async function appendAudit(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((entry) => {
    const actor = auditName(entry.actor)
    const approver = entry.approver ? auditName(entry.approver) : null
    const { kind, outcome, object, facts } = entry
    const payload = Buffer.from(
      canonicalJson({ v: 1, kind, outcome, actor, approver, object, facts: facts ?? {} }),
    )
    return sql`(${kind}, ${outcome}, ${actor}, ${approver}, ${object}, ${payload})`
  })
  await tx.execute(
    sql`insert into audit_log (kind, outcome, actor, approver, object, payload) values ${sql.join(rows, sql`, `)}`,
  )
}
