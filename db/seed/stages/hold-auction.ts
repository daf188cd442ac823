import { and, eq, inArray } from 'drizzle-orm'
import { database } from '@/db/client'
import { bidders } from '@/db/schema/auctions'
import { placeBid } from '@/domain/bids/place-bid'
import { sealHere } from '@/domain/bids/seal-bid'
import { recordDeposit } from '@/domain/deposits/record-deposit'
import { closeLot } from '@/domain/lots/close-lot'
import { type DueLot, dueLots } from '@/domain/lots/due-lots'
import { openLot } from '@/domain/lots/open-lot'
import { advanceRound } from '@/domain/rounds/advance-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { systemActor } from '@/lib/access/actor'
import { type DemoOrganisation, houseBots } from '../demo-people'
import { byTwo, done, type Story, type World } from '../world'
import type { Submitted } from './apply-for'
import type { OpenedRound } from './open-round'

const schedule = systemActor('schedule')

/** The round moves on if its time has come, as the worker would see to it. */
export async function advance(round: OpenedRound): Promise<void> {
  await done(advanceRound(schedule, { roundId: round.id }))
}

/** Every applicant's intended deposit arrives and is recorded by two people. */
export async function recordDeposits(
  { fiona, miro, clock, organisations }: World,
  round: OpenedRound,
  submitted: readonly Submitted[],
): Promise<void> {
  const paid = new Map(submitted.map(({ organisation, plan }) => [organisation, plan.deposit]))
  const today = (await clock.read()).toISOString().slice(0, 10)
  for (const [index, [organisation, amount]] of [...paid].entries())
    await byTwo(
      recordDeposit(fiona, {
        roundId: round.id,
        organisationId: organisations.get(organisation)!.id,
        kind: 'received',
        amount,
        bankReference: `EXAMPLE WIRE ${today.replaceAll('-', '')} ${100 + index}`,
        receivedOn: today,
      }),
      miro,
    )
}

async function dueIn(round: OpenedRound, wanted: DueLot['due']): Promise<string[]> {
  const own = [...round.lots.values()]
  const due = await dueLots(database())
  return due.filter((lot) => lot.due === wanted && own.includes(lot.lotId)).map(({ lotId }) => lotId)
}

/** The bidding opens on every lot. */
export async function openBidding(round: OpenedRound): Promise<void> {
  await advance(round)
  for (const lotId of await dueIn(round, 'open')) await done(openLot(schedule, { lotId }))
}

/** The house bots go on bidding by themselves (jobs/bid-as-bots.ts). */
export async function sendBots({ organisations }: World): Promise<void> {
  const ids = houseBots.map((key) => organisations.get(key)!.id)
  await database().update(bidders).set({ houseBot: true }).where(inArray(bidders.organisationId, ids))
}

export type ScriptedBid = {
  /** After the opening. */
  minute: number
  label: string
  organisation: DemoOrganisation
  dollars: number
  /** The code it is refused with; none is accepted. */
  refused?: string
}

/** Bids as they were placed, each at its minute. */
export async function* bid(world: World, round: OpenedRound, bids: readonly ScriptedBid[]): Story {
  const opened = round.timetable.biddingOpensAt.getTime()
  for (const { minute, label, organisation, dollars, refused } of [...bids].sort(
    (a, b) => a.minute - b.minute,
  )) {
    yield new Date(opened + minute * 60_000)
    const minor = BigInt(dollars) * 100n
    const { id, owner } = world.organisations.get(organisation)!
    const lotId = round.lots.get(label)!
    const key = `story-${id}-${minute}`
    const stated = round.sealed ? await sealFor(round, lotId, id, key, minor) : { maxMinor: minor.toString() }
    const options = { receivedAt: await world.clock.read(), idempotencyKey: key }
    const answer = await placeBid(owner, { lotId, ...stated }, options)
    if (refused === undefined) await done(answer)
    else if (answer.ok || answer.error.code !== refused)
      throw new Error(`A bid on ${label} should have been refused with ${refused}.`)
  }
}

async function sealFor(round: OpenedRound, lot: string, organisationId: string, key: string, minor: bigint) {
  const [bidder] = await database()
    .select({ id: bidders.id })
    .from(bidders)
    .where(and(eq(bidders.roundId, round.id), eq(bidders.organisationId, organisationId)))
  return sealHere(database(), false, { round: round.id, lot, bidder: bidder!.id, key }, minor)
}

/** Every lot closes, the last ones later where bids came near the end. */
export async function closeBidding(round: OpenedRound): Promise<void> {
  for (const lotId of await dueIn(round, 'close')) await done(closeLot(schedule, { lotId }))
  await advance(round)
}

/** Two officers make the round final; the operation replays every lot first (R9.4). */
export function finalise({ dana, miro }: World, round: OpenedRound): Promise<void> {
  return byTwo(finaliseRound(dana, { roundId: round.id }), miro)
}
