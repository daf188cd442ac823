import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { sponsorships } from '@/db/schema/applications'

/** Ends the requests of an application that wait: their links stop working. */
export async function supersedeWaiting(tx: Tx, applicationId: string): Promise<void> {
  await tx
    .update(sponsorships)
    .set({ state: 'superseded' })
    .where(and(eq(sponsorships.applicationId, applicationId), eq(sponsorships.state, 'requested')))
}

/** Ends what every other registrar answered: one registrar sponsors (R4.2). */
export async function supersedeOthers(
  tx: Tx,
  applicationId: string,
  { keepIanaId }: { keepIanaId: number },
): Promise<void> {
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

/** Ends earlier requests of an application, and every other registrar's answer (R4.2). */
export async function supersedeRequests(
  tx: Tx,
  applicationId: string,
  keep: { keepIanaId: number },
): Promise<void> {
  await supersedeWaiting(tx, applicationId)
  await supersedeOthers(tx, applicationId, keep)
}
