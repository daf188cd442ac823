import { and, eq, inArray, ne } from 'drizzle-orm'
import { database } from '@/db/client'
import { bidders } from '@/db/schema/auctions'
import { lots, rounds } from '@/db/schema/rounds'
import { bidderOnLot } from '@/domain/bidders/queries'
import type { Actor } from '@/lib/access/actor'
import { mayRead } from '@/lib/access/policy'
import { topics } from '@/lib/live'

/**
 * The stored topics behind each topic a browser asks for, or undefined when one of them is not for this actor. A topic
 * tells that something changed and when, never what; even that is information: a sealed bid, and one in a clock round,
 * changes the topic of its bidder alone.
 * `lots:<round>` stands for all lots of a round.
 */
export async function mayWatch(
  actor: Actor,
  wanted: readonly string[],
): Promise<Map<string, readonly string[]> | undefined> {
  const found = new Map<string, readonly string[]>()
  for (const topic of wanted) {
    const stored = await storedTopics(actor, topic)
    if (!stored) return undefined
    found.set(topic, stored)
  }
  return found
}

async function storedTopics(actor: Actor, topic: string): Promise<readonly string[] | undefined> {
  const colon = topic.indexOf(':')
  const [kind, id] = colon < 0 ? [topic, ''] : [topic.slice(0, colon), topic.slice(colon + 1)]
  switch (kind) {
    case 'lot':
      return (await openLots(eq(lots.id, id))) || (await bidderOnLot(actor, id)) ? [topic] : undefined
    case 'lots':
      return openLots(eq(lots.roundId, id))
    case 'round':
      return (await isPublicRound(id)) ||
        mayRead(actor, 'rounds.manage') === 'yes' ||
        (await bidsIn(actor, id))
        ? [topic]
        : undefined
    case 'bidder':
      return (await actsFor(actor, id)) ? [topic] : undefined
    case 'person':
      return actor.kind === 'person' && actor.userId === id ? [topic] : undefined
    case 'approvals':
      return mayRead(actor, 'approvals.waiting') === 'yes' ? [topic] : undefined
    default:
      return undefined
  }
}

async function openLots(which: ReturnType<typeof eq>): Promise<string[] | undefined> {
  const rows = await database()
    .select({ id: lots.id })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .where(and(which, ne(rounds.state, 'draft'), eq(rounds.practice, false)))
  return rows.length > 0 ? rows.map(({ id }) => topics.lot(id)) : undefined
}

async function isPublicRound(id: string): Promise<boolean> {
  const rows = await database()
    .select({ id: rounds.id })
    .from(rounds)
    .where(and(eq(rounds.id, id), eq(rounds.practice, false), ne(rounds.state, 'draft')))
  return rows.length > 0
}

/** A practice is watched by the one who practises (R3.6). */
async function bidsIn(actor: Actor, roundId: string): Promise<boolean> {
  if (actor.kind !== 'person' || actor.memberships.length === 0) return false
  const organisations = actor.memberships.map(({ organisationId }) => organisationId)
  const rows = await database()
    .select({ id: bidders.id })
    .from(bidders)
    .where(and(eq(bidders.roundId, roundId), inArray(bidders.organisationId, organisations)))
  return rows.length > 0
}

async function actsFor(actor: Actor, bidderId: string): Promise<boolean> {
  if (actor.kind !== 'person' || actor.memberships.length === 0) return false
  const organisations = actor.memberships.map(({ organisationId }) => organisationId)
  const rows = await database()
    .select({ id: bidders.id })
    .from(bidders)
    .where(and(eq(bidders.id, bidderId), inArray(bidders.organisationId, organisations)))
  return rows.length > 0
}
