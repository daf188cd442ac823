import { database } from '@/db/client'
import { clarifications } from '@/db/schema/clarifications'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { makeChair } from './reviews'

/** A question of the panel about a version of a plan, open for a day unless said otherwise. */
export async function makeClarification(
  application: { id: string; planVersionId: string },
  wanted: { question?: string; dueAt?: Date; askedBy?: Person } = {},
): Promise<{ clarificationId: string; dueAt: Date }> {
  const at = processNow()
  const dueAt = wanted.dueAt ?? new Date(at.getTime() + 86_400_000)
  const clarificationId = newId('cla', at)
  await database()
    .insert(clarifications)
    .values({
      id: clarificationId,
      applicationId: application.id,
      planVersionId: application.planVersionId,
      question: wanted.question ?? 'Who keeps the readings when the coordinator is away?',
      askedBy: (wanted.askedBy ?? (await makeChair())).userId,
      askedAt: at,
      dueAt,
    })
  return { clarificationId, dueAt }
}
