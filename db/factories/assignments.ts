import { and, eq, isNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { roles } from '@/db/schema/people'
import { assignments } from '@/db/schema/reviews'
import { type RoundSettings, rounds } from '@/db/schema/rounds'
import { computeAssignment } from '@/domain/assignments/compute-assignment'
import { stateExpertise } from '@/domain/assignments/state-expertise'
import { tagPlan } from '@/domain/assignments/tag-plan'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { makeSubmittedApplication } from './applications'
import { makeChair, makeReviewer } from './reviews'
import { makeRound } from './rounds'

/** Takes the role from every reviewer: whoever holds it can be assigned, those of other tests among them. */
export async function retireReviewers(): Promise<void> {
  await database()
    .update(roles)
    .set({ revokedAt: processNow() })
    .where(and(eq(roles.role, 'reviewer'), isNull(roles.revokedAt)))
}

/** A round under review: a plan about health and one about media, two places each, and a reviewer for each field. */
export async function makePlansToRead() {
  const chair = await makeChair()
  const round = await makeRound({ state: 'review', labels: 2 })
  const db = database()
  const [row] = await db.select().from(rounds).where(eq(rounds.id, round.id))
  const settings: RoundSettings = { ...row!.settings, reviewersPerPlan: 2 }
  await db.update(rounds).set({ settings }).where(eq(rounds.id, round.id))
  const [health, media] = [
    await makeSubmittedApplication({ lotId: round.lots[0]!.id }),
    await makeSubmittedApplication({ lotId: round.lots[1]!.id }),
  ]
  await tagPlan(chair, { applicationId: health.id, fields: ['health'] })
  await tagPlan(chair, { applicationId: media.id, fields: ['media'] })
  const [nurse, librarian, both] = [
    await makeReviewer('Nurse'),
    await makeReviewer('Librarian'),
    await makeReviewer('Both'),
  ]
  await stateExpertise(nurse, { levels: { health: 3 } })
  await stateExpertise(librarian, { levels: { media: 3 } })
  await stateExpertise(both, { levels: { health: 1, media: 1 } })
  const input = { roundId: round.id, cap: 2, seed: 'spring' }
  return { chair, round, health, media, nurse, librarian, both, input }
}

/** Who reads an application now, by id. */
export const readersOf = async (applicationId: string) => {
  const rows = await database()
    .select()
    .from(assignments)
    .where(and(eq(assignments.applicationId, applicationId), isNull(assignments.removedAt)))
  return rows.map(({ reviewerId }) => reviewerId).sort()
}
export const ids = (...people: Person[]) => people.map(({ userId }) => userId).sort()

/** Computes an assignment; throws with its sentence when that is refused. */
export async function compute(chair: Person, input: { roundId: string; cap: number; seed: string }) {
  const answer = await computeAssignment(chair, input)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}
