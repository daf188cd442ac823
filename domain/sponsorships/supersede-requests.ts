import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { sponsorships } from '@/db/schema/applications'

/**
 * Ends earlier requests of an application: the waiting ones, whose links stop working, and with `keepIanaId` also a
 * confirmation by any other registrar (R4.2).
 */
export async function supersedeRequests(
  tx: Tx,
  applicationId: string,
  { keepIanaId }: { keepIanaId: number },
): Promise<void> {
  await tx
    .update(sponsorships)
    .set({ state: 'superseded' })
    .where(and(eq(sponsorships.applicationId, applicationId), eq(sponsorships.state, 'requested')))
  await tx
    .update(sponsorships)
    .set({ state: 'superseded' })
    .where(
      and(
        eq(sponsorships.applicationId, applicationId),
        ne(sponsorships.registrarIanaId, keepIanaId),
        inArray(sponsorships.state, ['confirmed', 'declined']),
      ),
    )
}
