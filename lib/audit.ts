import { type Reader, sqlOf } from '@/db/client'
import { type Actor, auditName } from '@/lib/access/actor'
import { canonicalJson } from '@/lib/canonical-json'
import { sha256Hex } from '@/lib/hash'

/** What an operation says of itself for the log: the object it was about and facts without personal data (R9.3). */
export type AuditBody = {
  object: string
  facts?: Record<string, unknown>
  /** Whom the leaf names instead of the actor, where everyone will read it: a pseudonym would tell whose bids are one person’s. */
  as?: string
}

export type AuditEntry = AuditBody & {
  kind: string
  outcome: 'done' | 'refused' | 'requested' | 'declined'
  actor: Actor
  approver?: Actor
}

/**
 * Appends entries in the caller's transaction, or on their own. Only the door calls this. One statement for any number of
 * entries: all of them or none.
 */
export async function appendAudit(db: Reader, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = JSON.stringify(entries.map(rowOf))
  await sqlOf(db)`
    insert into audit_log (kind, outcome, actor, approver, object, payload)
    select kind, outcome, actor, approver, object, convert_to(payload, 'UTF8')
    from json_to_recordset(${rows}::text::json)
      as x(kind text, outcome text, actor text, approver text, object text, payload text)`
}

function rowOf({ kind, outcome, object, facts, as, ...entry }: AuditEntry) {
  const actor = auditName(entry.actor)
  const approver = entry.approver ? auditName(entry.approver) : null
  // The leaf still binds the person: by a hash of this very object, which nobody can hold against another.
  const told =
    as === undefined
      ? { actor, facts: facts ?? {} }
      : { actor: as, facts: { ...facts, by: boundTo(actor, object) } }
  const payload = canonicalJson({ v: 1, kind, outcome, approver, object, ...told })
  return { kind, outcome, actor, approver, object, payload }
}

function boundTo(actor: string, object: string): string {
  return sha256Hex(`${actor}|${object}`)
}
