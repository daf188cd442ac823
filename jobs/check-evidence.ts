import { database } from '@/db/client'
import type { Looking } from '@/domain/evidence/ask-dns'
import { dueEvidence, resumeLooks } from '@/domain/evidence/due-evidence'
import { lookAt } from '@/domain/evidence/look-at'
import { recordCheck } from '@/domain/evidence/record-check'
import { systemActor } from '@/lib/access/actor'

const actor = systemActor('check-evidence')

/** Looks at one piece of evidence, outside any transaction, and keeps what was seen (R12.1). */
export async function checkEvidence(payload: unknown, looking?: Looking): Promise<void> {
  const { evidenceId } = payload as { evidenceId: string }
  const due = await dueEvidence(database(), evidenceId)
  if (!due) return
  const found = await lookAt(due.kind, due.target, looking)
  // A refusal means that another worker has recorded this look.
  await recordCheck(actor, { evidenceId, attempt: due.attempt, ...found })
}

/** Has those looks taken that a killed worker left behind. */
export async function resumeChecks(): Promise<void> {
  await resumeLooks()
}
