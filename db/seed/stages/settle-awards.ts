import { and, desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { acceptAward } from '@/domain/awards/accept-award'
import { extendAward } from '@/domain/awards/extend-award'
import { lapseAward } from '@/domain/awards/lapse-award'
import { offerNext } from '@/domain/awards/offer-next'
import { systemActor } from '@/lib/access/actor'
import { byTwo, done, type Story, type World } from '../world'
import { allocate, issue } from './allocate-name'
import type { OpenedRound } from './open-round'
import { receiveMoney } from './receive-money'

/** The latest award of a name of the round. */
async function latestAward(round: OpenedRound, label: string) {
  const [award] = await database()
    .select()
    .from(awards)
    .where(and(eq(awards.roundId, round.id), eq(awards.label, label)))
    .orderBy(desc(awards.rank))
    .limit(1)
  if (!award) throw new Error(`There is no award of ${label}.`)
  return award
}

async function accept({ organisations }: World, round: OpenedRound, label: string): Promise<void> {
  const award = await latestAward(round, label)
  const applicant = [...organisations.values()].find(({ id }) => id === award.organisationId)!
  await done(acceptAward(applicant.owner, { awardId: award.id, confirmed: true }))
}

/**
 * What becomes of the awards of the first round: three are paid by their deposits, one has more time to pay the rest, and
 * one is not answered, so that the name is offered to the next in order, who has yet to answer. One of the paid is
 * allocated, and for another its registrar has a token to take over. Meanwhile money arrives and deposits go back.
 */
export async function* settleAwards(
  world: World,
  round: OpenedRound,
  on: (days: number, time: string) => Date,
): Story {
  for (const [index, label] of ['z3', 'j4', '5g', 'b2'].entries()) {
    yield on(-45, `1${index}:20`)
    await accept(world, round, label)
  }
  yield on(-44, '09:15')
  await allocate(world, await latestAward(round, '5g'))
  const missed = await latestAward(round, '0x')
  yield missed.acceptBy
  await done(lapseAward(systemActor('advance-awards'), { awardId: missed.id }))
  yield on(-20, '15:10')
  const late = await latestAward(round, 'b2')
  const reason = 'The applicant’s bank was closed by a strike; the payment order was shown to us.'
  await byTwo(extendAward(world.dana, { awardId: late.id, days: 25, reason }), world.miro)
  yield* receiveMoney(world, round, on)
  yield on(-2, '09:40')
  await issue(await latestAward(round, 'z3'))
  yield on(-2, '10:30')
  await byTwo(offerNext(world.dana, { lotId: missed.lotId }), world.miro)
}
