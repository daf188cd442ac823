import { and, eq, inArray } from 'drizzle-orm'
import { awards } from '@/db/schema/awards'
import { actsFor } from '@/domain/applications/lock-application'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'
import { readAward, readAwards } from './read-award'

const members = ['owner', 'editor', 'bidder'] as const
const own = (actor: Person) => inArray(awards.organisationId, actsFor(actor, members))

/** The awards of the actor’s organisations. */
export const ownAwards = query('awards.own', ({ db, actor }) => readAwards(db, own(actor)))

/** One of them in full, and whether the actor may answer: an owner does (R10.1). */
export const ownAward = query('awards.own', async ({ db, actor, input }) => {
  const { awardId } = input as { awardId: string }
  const award = await readAward(db, awardId, and(eq(awards.id, awardId), own(actor)))
  return award && { ...award, mayAnswer: actsFor(actor, ['owner']).includes(award.organisationId) }
})
