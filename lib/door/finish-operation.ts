import type { Tx } from '@/db/client'
import type { Actor, Person } from '@/lib/access/actor'
import type { OperationName } from '@/lib/access/policy'
import { appendAudit } from '@/lib/audit'
import type { Done } from '@/lib/door/definition'
import { enqueue } from '@/lib/jobs'
import { announceIn } from '@/lib/live'
import { post } from '@/lib/mail'

/** Everything that must be true together with the change itself. */
export async function finishOperation(
  tx: Tx,
  name: OperationName,
  actor: Actor,
  approver: Person | undefined,
  done: Done<unknown>,
) {
  await appendAudit(tx, [
    { kind: name, outcome: 'done', actor, ...(approver ? { approver } : {}), ...done.audit },
  ])
  await enqueue(tx, done.jobs ?? [])
  await post(tx, done.letters ?? [])
  await announceIn(tx, done.announce ?? [])
  return done.result
}
