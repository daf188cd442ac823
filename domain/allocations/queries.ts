import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { actsFor } from '@/domain/applications/lock-application'
import { query } from '@/lib/query'
import { commandFor } from './command-for'
import type { CreateDetails } from './epp'
import { newestTokens } from './newest-tokens'
import { readCourse } from './read-course'

/** The awards of the registrar a person acts for, what is to be done first, with where each token stands. */
export const ownAllocations = query('allocations.own', async ({ db, actor }) => {
  const ianaId = actor.registrarIanaId
  if (ianaId === null) return undefined
  const rows = await db
    .select({
      awardId: awards.id,
      label: awards.label,
      state: awards.state,
      stateSince: awards.stateSince,
      holder: organisations.legalName,
    })
    .from(awards)
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .where(
      and(
        eq(awards.registrarIanaId, ianaId),
        inArray(awards.state, ['offered', 'accepted', 'paid', 'allocated']),
      ),
    )
    .orderBy(desc(eq(awards.state, 'paid')), desc(awards.stateSince))
    .limit(500)
  const tokens = await newestTokens(
    db,
    rows.map(({ awardId }) => awardId),
  )
  return rows.map((row) => ({ ...row, token: tokens.get(row.awardId) }))
})

/**
 * One award of the actor's registrar: what to do, and the exact command with a place for the token. What other
 * registrars did is not among it.
 */
export const ownAllocation = query(
  'allocations.own',
  async ({
    db,
    actor,
    input,
  }: {
    db: Db
    actor: Who
    input: { awardId: string; details: CreateDetails }
  }) => {
    const ianaId = actor.registrarIanaId
    if (ianaId === null) return undefined
    const [own] = await db
      .select({ id: awards.id })
      .from(awards)
      .where(and(eq(awards.id, input.awardId), eq(awards.registrarIanaId, ianaId)))
    const course = own && (await readCourse(db, own.id))
    if (!course) return undefined
    const mine = <T extends { registrarIanaId: number | null }>(row: T) => row.registrarIanaId === ianaId
    const { token, settings } = course
    return {
      ...course,
      asked: undefined,
      tokens: course.tokens.filter(mine),
      reports: course.reports.filter(mine),
      command: token && commandFor({ award: course, settings }, token, input.details),
    }
  },
)

type Db = Parameters<typeof readCourse>[0]
type Who = { registrarIanaId: number | null }

/** How far the allocation of an own award is, for whoever acts for the organisation. */
export const ownAwardAllocation = query(
  'applications.own',
  async ({
    db,
    actor,
    input,
  }: {
    db: Db
    actor: Parameters<typeof actsFor>[0]
    input: { awardId: string }
  }) => {
    const organisationIds = actsFor(actor, ['owner', 'editor', 'bidder'])
    const [own] = await db
      .select({ id: awards.id, organisationId: awards.organisationId })
      .from(awards)
      .where(and(eq(awards.id, input.awardId), or(inArray(awards.organisationId, organisationIds))))
    const course = own && (await readCourse(db, own.id))
    if (!course) return undefined
    return { ...course, isOwner: actsFor(actor, ['owner']).includes(own.organisationId) }
  },
)
