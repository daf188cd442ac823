import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { approvals } from '@/db/schema/system'

/** Takes the words out of the requests about a person; what was asked and decided, by whom and when, stays. */
export async function forgetRequests(tx: Tx, userId: string): Promise<void> {
  await tx
    .update(approvals)
    .set({
      summary: 'About an account that was erased',
      typed: '',
      changes: [],
      reason: '',
      decisionReason: '',
      input: sql`${approvals.input} - 'reason'`,
    })
    .where(eq(approvals.object, userId))
}
