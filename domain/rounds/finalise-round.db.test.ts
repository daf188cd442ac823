import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { results } from '@/db/schema/auctions'
import { awards } from '@/db/schema/awards'
import { labels } from '@/db/schema/labels'
import { lots, rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { deadlinesOf } from '@/domain/awards/deadlines'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { advanceRound } from './advance-round'
import { finaliseRound } from './finalise-round'

afterAll(closeDatabase)

const system = systemActor('schedule')
const officer = () => makePerson({ roles: ['programme-officer'] })

/** A closed round: one name sold after three bids, one without a bid. */
async function closedRound() {
  const closesAt = new Date(processNow().getTime() + 60_000)
  const auction = await makeOpenLots({
    lots: 2,
    bidders: 3,
    closesAt,
    softClose: { windowSeconds: 0, extendSeconds: 0, hardEnd: null },
  })
  const [sold, unsold] = auction.lots
  const [a, b] = auction.bidders
  await placeBid(a!.person, { lotId: sold!.id, maxMinor: '300000' })
  await placeBid(b!.person, { lotId: sold!.id, maxMinor: '800000' })
  await placeBid(a!.person, { lotId: sold!.id, maxMinor: '400000' })
  await passTo(closesAt)
  for (const lot of auction.lots) await closeLot(system, { lotId: lot.id })
  await advanceRound(system, { roundId: auction.round.id })
  return { ...auction, sold: sold!, unsold: unsold!, winner: b!, loser: a! }
}

describe('does it', () => {
  test('writes the results, moves the names, and only now lets the letters go (R3.3)', async () => {
    const { round, sold, unsold, winner, loser } = await closedRound()
    expect(await database().select().from(mailOutbox)).toEqual([])
    const asked = await finaliseRound(await officer(), { roundId: round.id })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true, value: { awarded: 1 } })

    const [result] = await database().select().from(results).where(eq(results.lotId, sold.id))
    expect(result).toMatchObject({
      outcome: 'sold',
      priceMinor: 450_000n,
      events: 5,
      standing: [
        { paddle: winner.paddle, amountMinor: '450000' },
        { paddle: loser.paddle, amountMinor: '400000' },
      ],
      ifDefault: { 'own-exit': { paddle: loser.paddle, priceMinor: '400000' } },
    })
    expect(result?.eventsHash).toMatch(/^[0-9a-f]{64}$/)
    const states = await database().select().from(labels)
    const stateOf = (label: string) => states.find((row) => row.label === label)?.state
    expect([stateOf(sold.label), stateOf(unsold.label)]).toEqual(['awarded', 'released'])
    const [row] = await database().select().from(rounds).where(eq(rounds.id, round.id))
    expect(row).toMatchObject({ state: 'final', publishedSecret: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const after = await database().select().from(lots).where(eq(lots.roundId, round.id))
    expect(after.every(({ state, live }) => state === 'final' && !live)).toBe(true)
    const given = await database().select().from(awards).where(eq(awards.roundId, round.id))
    expect(given, 'R10.1 an award of the lot that was sold, and of no other').toMatchObject([
      {
        lotId: sold.id,
        label: sold.label,
        organisationId: winner.organisationId,
        rank: 0,
        priceMinor: 450_000n,
        state: 'offered',
        offeredAt: result?.finalAt,
        ...deadlinesOf(row!, result!.finalAt, 0),
      },
    ])
    const letters = await database().select().from(mailOutbox)
    const to = (email: string) => letters.filter((letter) => letter.to === email).map(({ text }) => text)
    expect(to(winner.person.email).some((text) => text.includes('for US$4,500.00'))).toBe(true)
    expect(to(winner.person.email).join()).toContain(`/portal/awards/${given[0]?.id}`)
    expect(to(loser.person.email).some((text) => text.includes('awarded to another applicant'))).toBe(true)
  })
})

describe('refuses the role', () => {
  test('a panel chair, and one officer alone', async () => {
    const { round } = await closedRound()
    const chair = await makePerson({ roles: ['panel-chair'] })
    expect(await finaliseRound(chair, { roundId: round.id })).toMatchObject({ error: { status: 404 } })
    const first = await officer()
    expect(await approve(await finaliseRound(first, { roundId: round.id }), first)).toMatchObject({
      error: { code: 'approval.own' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a round that is not there', async () => {
    expect(await finaliseRound({ kind: 'anyone' }, { roundId: 'rnd_none' })).toMatchObject({
      error: { status: 401 },
    })
    expect(await finaliseRound(await officer(), { roundId: 'rnd_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('while bidding runs', async () => {
    const { round } = await makeOpenLots()
    expect(await finaliseRound(await officer(), { roundId: round.id })).toMatchObject({
      error: { code: 'round.wrong-state', details: { state: 'bidding' } },
    })
  })

  test.each([
    ['price', { finalPriceMinor: 1n }],
    ['winner', { winnerApplicationId: 'app_other' }],
    ['sequence', { sequence: 99 }],
    ['state', { auction: { phase: 'closed' } }],
    ['outcome', { outcome: 'unsold' as const }],
  ])('when the %s in the tables is not what the events lead to, naming the lot', async (what, wrong) => {
    const { round, sold } = await closedRound()
    await database().update(lots).set(wrong).where(eq(lots.id, sold.id))
    expect(await finaliseRound(await officer(), { roundId: round.id })).toMatchObject({
      error: {
        code: 'round.not-ready',
        details: {
          reason: `${sold.label}.org: The ${what} in the tables is not the one that the events lead to.`,
        },
      },
    })
  })

  test('when something changed between request and approval', async () => {
    const { round, sold } = await closedRound()
    const asked = await finaliseRound(await officer(), { roundId: round.id })
    await database().update(lots).set({ finalPriceMinor: 1n }).where(eq(lots.id, sold.id))
    expect(await approve(asked, await officer())).toMatchObject({ error: { code: 'round.not-ready' } })
  })
})
