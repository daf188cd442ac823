import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { makeOfficer } from '@/db/factories/reviews'
import { relatedParties } from '@/db/schema/applications'
import { bidders } from '@/db/schema/auctions'
import { awards } from '@/db/schema/awards'
import { labelMoves, labels, releases } from '@/db/schema/labels'
import type { RoundSettings } from '@/db/schema/rounds'
import { approvals, mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { catalogue } from '@/domain/labels/public-queries'
import { closeLot } from '@/domain/lots/close-lot'
import { publicResult, publicResults } from '@/domain/results/public-queries'
import { advanceRound } from '@/domain/rounds/advance-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { acceptAward } from './accept-award'
import { awardsOf } from './awards-of'
import { declineAward } from './decline-award'
import { offerNext } from './offer-next'
import { holderOf, publicCourse } from './public-queries'

afterAll(closeDatabase)

const system = systemActor('schedule')
const yes = (awardId: string) => ({ awardId, confirmed: true })

/** A final round: d wins every name at US$8,500 before c, b and a. */
async function finalRound(lots: number, settings: Partial<RoundSettings> = {}) {
  const closesAt = new Date(processNow().getTime() + 60_000)
  const softClose = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }
  const auction = await makeOpenLots({ lots, bidders: 4, closesAt, softClose, settings })
  const maxima = ['200000', '400000', '800000', '1000000']
  for (const { id: lotId } of auction.lots)
    for (const [index, maxMinor] of maxima.entries())
      expect(await placeBid(auction.bidders[index]!.person, { lotId, maxMinor })).toMatchObject({ ok: true })
  await passTo(closesAt)
  for (const { id: lotId } of auction.lots) await closeLot(system, { lotId })
  await advanceRound(system, { roundId: auction.round.id })
  const asked = await finaliseRound(await makeOfficer(), { roundId: auction.round.id })
  expect(await approve(asked, await makeOfficer())).toMatchObject({ ok: true })
  return { ...auction, closesAt, left: [...auction.lots] }
}

let kept: ReturnType<typeof finalRound> | undefined

/** A name of its own in one round for all, after its close. What a test does to the round's bidders it takes back. */
async function finalLot() {
  kept ??= finalRound(6)
  return lotOf(await kept)
}

async function lotOf({ left, round, bidders: [a, b, c, d], closesAt }: Awaited<typeof kept> & object) {
  await passTo(closesAt)
  return { lot: left.pop()!, round, a: a!, b: b!, c: c!, d: d! }
}

/** Strikes a bidder from its round until the test is over. */
async function strike(bidderId: string) {
  const set = (struckAt: Date | null, struckReason: string | null) =>
    database().update(bidders).set({ struckAt, struckReason }).where(eq(bidders.id, bidderId))
  onTestFinished(async () => void (await set(null, null)))
  await set(processNow(), 'Trial')
}

const latest = async (lotId: string) => (await awardsOf(database(), lotId)).at(-1)!
const offer = async (lotId: string) =>
  approve(await offerNext(await makeOfficer(), { lotId }), await makeOfficer())

describe('award.offer-next', () => {
  test('R7.8 own exit: the next pays its own bid, then the one after, then the name returns (R1.4)', async () => {
    const { lot, a, b, c, d } = await finalLot()
    const lotId = lot.id
    await declineAward(d.person, yes((await latest(lotId)).id))
    for (const [index, [next, priceMinor]] of (
      [
        [c, 800_000n],
        [b, 400_000n],
        [a, 200_000n],
      ] as const
    ).entries()) {
      expect(await offer(lotId)).toMatchObject({ ok: true, value: { awardId: expect.any(String) } })
      const award = await latest(lotId)
      expect(award).toMatchObject({
        organisationId: next.organisationId,
        rank: index + 1,
        priceMinor,
        state: 'offered',
        passedOver: [],
      })
      const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, next.person.email))
      expect(letters.map(({ subject }) => subject).join()).toContain(`Offered to you: ${lot.label}.org`)
      await declineAward(next.person, yes(award.id))
    }
    expect(await offer(lotId)).toMatchObject({ ok: true, value: { awardId: null } })
    expect((await publicCourse(database(), lotId))?.returned?.note).toContain('nobody in order is left')
    const [label] = await database().select().from(labels).where(eq(labels.label, lot.label))
    expect(label?.state).toBe('reserved')
    const moves = await database().select().from(labelMoves).where(eq(labelMoves.label, lot.label))
    expect(moves.map(({ note }) => note).join()).toContain('Returned after a default')
    const [release] = await database().select().from(releases).where(eq(releases.label, lot.label))
    expect(release?.endedAt).not.toBeNull()
    expect(await offerNext(await makeOfficer(), { lotId })).toMatchObject({
      error: { code: 'award.returned' },
    })
  })

  test('everyone reads who has the name now: by paddle until it is accepted, by name then (R17.1)', async () => {
    const { lot, c, d } = await finalLot()
    await declineAward(d.person, yes((await latest(lot.id)).id))
    expect(holderOf(await publicCourse(database(), lot.id))).toBeUndefined()
    await offer(lot.id)
    const holder = async () => holderOf((await publicResult(lot.label))?.course)
    expect(await holder()).toMatchObject({ rank: 1, holder: null, paddle: c.paddle, priceMinor: 800_000n })
    expect((await publicResults()).find(({ lotId }) => lotId === lot.id)?.award).toEqual({
      rank: 1,
      state: 'offered',
    })
    const entry = (await catalogue()).find(({ label }) => label === lot.label)
    expect(entry).toMatchObject({ status: 'awarded', priceMinor: 800_000n })
    await acceptAward(c.person, yes((await latest(lot.id)).id))
    expect(await holder()).toMatchObject({ holder: expect.stringContaining('Example'), state: 'accepted' })
  })

  test('R7.8 recompute: the price as if the defaulters had not bid', async () => {
    const { lot, c, d } = await lotOf(await finalRound(1, { runnerUp: 'recompute' }))
    await declineAward(d.person, yes((await latest(lot.id)).id))
    await offer(lot.id)
    expect(await latest(lot.id)).toMatchObject({ organisationId: c.organisationId, priceMinor: 450_000n })
  })

  test('passes over the struck and the related, and says why to the second officer and with the award', async () => {
    const { lot, round, a, b, c, d } = await finalLot()
    await declineAward(d.person, yes((await latest(lot.id)).id))
    const at = processNow()
    await strike(b.id)
    const [organisationA, organisationB] = [c.organisationId, d.organisationId].sort() as [string, string]
    const related = newId('rel', at)
    onTestFinished(
      async () => void (await database().delete(relatedParties).where(eq(relatedParties.id, related))),
    )
    await database()
      .insert(relatedParties)
      .values({
        ...{ id: related, roundId: round.id, organisationA, organisationB },
        ...{ grounds: 'person', detail: 'One person acting for both', flaggedAt: at },
      })
    const asked = await offerNext(await makeOfficer(), { lotId: lot.id })
    const [request] = await database()
      .select()
      .from(approvals)
      .where(eq(approvals.object, (await latest(lot.id)).id))
    expect(request?.changes.map(({ after }) => after)).toEqual([
      `Paddle ${c.paddle} was passed over: it is related to one whose award ended (R4.3).`,
      `Paddle ${b.paddle} was passed over: it was struck from the round.`,
    ])
    await approve(asked, await makeOfficer())
    expect(await latest(lot.id)).toMatchObject({
      organisationId: a.organisationId,
      passedOver: [
        { paddle: c.paddle, reason: 'related' },
        { paddle: b.paddle, reason: 'struck' },
      ],
    })
  })

  test('the second officer approves whom and for how much, not whoever it is by then', async () => {
    const { lot, c, d } = await finalLot()
    await declineAward(d.person, yes((await latest(lot.id)).id))
    const asked = await offerNext(await makeOfficer(), { lotId: lot.id })
    await strike(c.id)
    expect(await approve(asked, await makeOfficer())).toMatchObject({ error: { code: 'approval.changed' } })
    expect(await database().select().from(awards).where(eq(awards.lotId, lot.id))).toHaveLength(1)
  })

  test('refuses the role: a finance officer, and one officer alone', async () => {
    const { lot, d } = await finalLot()
    await declineAward(d.person, yes((await latest(lot.id)).id))
    const finance = await makePerson({ roles: ['finance-officer'] })
    expect(await offerNext(finance, { lotId: lot.id })).toMatchObject({ error: { code: 'access.denied' } })
    const officer = await makeOfficer()
    expect(await approve(await offerNext(officer, { lotId: lot.id }), officer)).toMatchObject({
      error: { code: 'approval.own' },
    })
  })

  test('refuses the stranger: a lot that is not there, and one that was never awarded', async () => {
    const { lots } = await makeOpenLots()
    for (const lotId of ['lot_none', lots[0]!.id])
      expect(await offerNext(await makeOfficer(), { lotId })).toMatchObject({
        error: { code: 'thing.not-found' },
      })
  })

  test('refuses the moment: while somebody’s award stands', async () => {
    const { lot, d } = await finalLot()
    expect(await offerNext(await makeOfficer(), { lotId: lot.id })).toMatchObject({
      error: { code: 'award.standing' },
    })
    await acceptAward(d.person, yes((await latest(lot.id)).id))
    expect(await offerNext(await makeOfficer(), { lotId: lot.id })).toMatchObject({
      error: { code: 'award.standing' },
    })
  })
})
