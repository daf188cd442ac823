import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { makeApplicant } from '@/db/factories/people'
import { makePhase, makeRound } from '@/db/factories/rounds'
import { questions, rounds } from '@/db/schema/rounds'
import { placeBid } from '@/domain/bids/place-bid'
import { processNow } from '@/lib/clock'
import { publicPhases, publicRound, publicRounds } from './public-queries'

afterAll(closeDatabase)

const db = database()
const addressOf = async (roundId: string) => (await publicRounds()).find(({ id }) => id === roundId)

describe('rounds everyone sees', () => {
  test('none at first', async () => {
    expect(await publicPhases()).toEqual([])
    expect(await publicRounds()).toEqual([])
  })

  test('a draft is not there, by list or by number, nor one cancelled before it was approved', async () => {
    const phase = await makePhase()
    const draft = await makeRound({ state: 'draft', phaseId: phase.id })
    const dropped = await makeRound({ state: 'cancelled', phaseId: phase.id })
    const shown = await makeRound({ state: 'applications', phaseId: phase.id })
    expect((await publicRounds()).map(({ id }) => id)).toEqual([shown.id])
    for (const { number } of [draft, dropped])
      expect(await publicRound({ phase: phase.number, number })).toBeUndefined()
    expect(await publicRound({ phase: phase.number, number: 99 })).toBeUndefined()
    expect((await publicPhases()).find(({ id }) => id === phase.id)?.rounds).toHaveLength(1)
  })

  test('an unpublished phase is not there', async () => {
    const phase = await makePhase({ published: false })
    expect((await publicPhases()).map(({ id }) => id)).not.toContain(phase.id)
  })

  test('one that was approved and then cancelled stays, with its reason', async () => {
    const round = await makeRound({ state: 'cancelled' })
    await db.update(rounds).set({ approvedAt: processNow() }).where(eq(rounds.id, round.id))
    expect(await addressOf(round.id)).toMatchObject({
      state: 'cancelled',
      publicReason: 'Trial',
      next: undefined,
    })
  })
})

describe('a round in full', () => {
  test('prices of a running auction show, maxima and organisations do not', async () => {
    const { round, lots, bidders } = await makeOpenLots({ lots: 1, bidders: 2 })
    await placeBid(bidders[0]!.person, { lotId: lots[0]!.id, maxMinor: '987654' })
    await placeBid(bidders[1]!.person, { lotId: lots[0]!.id, maxMinor: '200000' })
    const { phase, number } = (await addressOf(round.id))!
    const shown = await publicRound({ phase, number })
    expect(shown?.lots).toMatchObject([
      { status: 'live', priceMinor: 250_000n, bids: 2, bidders: 2, outcome: null },
    ])
    const text = JSON.stringify(shown, (_key, value) => (typeof value === 'bigint' ? `${value}` : value))
    for (const secret of ['987654', bidders[0]!.organisationId, bidders[0]!.id])
      expect(text).not.toContain(secret)
  })

  test('a closed round that is not final shows no outcome', async () => {
    const { round } = await makeOpenLots({ lots: 1 })
    await db.update(rounds).set({ state: 'closed' }).where(eq(rounds.id, round.id))
    const { phase, number } = (await addressOf(round.id))!
    expect((await publicRound({ phase, number }))?.lots[0]).toMatchObject({ outcome: null })
  })

  test('the sealed secret of the draw stays sealed, its hash is public', async () => {
    const round = await makeRound({ state: 'qualified' })
    const { phase, number } = (await addressOf(round.id))!
    const shown = await publicRound({ phase, number })
    expect(shown?.secretHash).toMatch(/^[0-9a-f]{64}$/)
    expect(shown?.publishedSecret).toBeNull()
    expect(Object.keys(shown!)).not.toContain('sealedSecret')
  })

  test('only answered questions, as published, without the asker', async () => {
    const round = await makeRound({ state: 'applications' })
    const { organisation, person } = await makeApplicant()
    const asked = {
      roundId: round.id,
      organisationId: organisation.id,
      askedBy: person.userId,
      askedAt: processNow(),
    }
    await db.insert(questions).values([
      {
        ...asked,
        id: 'que_a',
        question: 'Raw words of the asker',
        publishedQuestion: 'As published',
        answer: 'Yes.',
        answeredAt: processNow(),
      },
      { ...asked, id: 'que_b', question: 'Still waiting' },
    ])
    const { phase, number } = (await addressOf(round.id))!
    const shown = await publicRound({ phase, number })
    expect(shown?.questions).toMatchObject([{ question: 'As published', answer: 'Yes.' }])
    const text = JSON.stringify(shown?.questions)
    for (const secret of ['Raw words', 'Still waiting', organisation.id, person.userId])
      expect(text).not.toContain(secret)
  })
})
