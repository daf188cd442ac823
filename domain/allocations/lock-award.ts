import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { allocationTokens } from '@/db/schema/allocations'
import { registrars } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'
import { actsFor } from '@/domain/applications/lock-application'
import type { Actor } from '@/lib/access/actor'

type AwardRow = typeof awards.$inferSelect
export type TokenRow = typeof allocationTokens.$inferSelect

/** An award, locked, with what its allocation rests on. */
export type AwardInHand = {
  award: AwardRow
  registrar: typeof registrars.$inferSelect
  /** Legal name of the organisation it was awarded to. */
  holder: string
  settings: (typeof rounds.$inferSelect)['settings']
}

/** Locks an award; the award is always locked before its tokens. */
export function lockAward(tx: Tx, awardId: string): Promise<AwardInHand | undefined> {
  return lockWhere(tx, eq(awards.id, awardId))
}

/** The award, locked, when the actor acts for its sponsoring registrar. */
export async function lockSponsoredAward(tx: Tx, awardId: string, actor: Actor) {
  if (actor.kind !== 'person' || actor.registrarIanaId === null) return undefined
  return lockWhere(tx, and(eq(awards.id, awardId), eq(awards.registrarIanaId, actor.registrarIanaId)))
}

/** The award, locked, when the actor is an owner of the organisation it was awarded to. */
export function lockOwnedAward(tx: Tx, awardId: string, actor: Actor) {
  const own = inArray(awards.organisationId, actsFor(actor, ['owner']))
  return lockWhere(tx, and(eq(awards.id, awardId), own))
}

async function lockWhere(tx: Tx, where: ReturnType<typeof and>): Promise<AwardInHand | undefined> {
  const [award] = await tx.select().from(awards).where(where).for('update')
  if (!award) return undefined
  const [beside] = await tx
    .select({ registrar: registrars, holder: organisations.legalName, settings: rounds.settings })
    .from(awards)
    .innerJoin(registrars, eq(registrars.ianaId, awards.registrarIanaId))
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .innerJoin(rounds, eq(rounds.id, awards.roundId))
    .where(eq(awards.id, award.id))
  return beside && { award, ...beside }
}

/** The newest token of an award, locked; undefined when none was ever issued. */
export async function lockNewestToken(tx: Tx, awardId: string): Promise<TokenRow | undefined> {
  const [token] = await tx
    .select()
    .from(allocationTokens)
    .where(eq(allocationTokens.awardId, awardId))
    .orderBy(desc(allocationTokens.issuedAt), desc(allocationTokens.id))
    .limit(1)
    .for('update')
  return token
}
