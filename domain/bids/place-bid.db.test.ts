import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots, openLotRow } from '@/db/factories/auctions'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { bidAttempts, bidders } from '@/db/schema/auctions'
import { memberships } from '@/db/schema/people'
import { lots } from '@/db/schema/rounds'
import { auditLog, liveVersions } from '@/db/schema/system'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { placeBid } from './place-bid'

afterAll(closeDatabase)

const committedOf = async (id: string) =>
  (await database().select().from(bidders).where(eq(bidders.id, id)))[0]!.committedMinor

describe('does it', () => {
  test('takes a maximum, resolves proxies, commits the leader and frees whom it overtook', async () => {
    const {
      lots: [lot],
      bidders: [first, second],
    } = await makeOpenLots()
    const lotId = lot!.id
    await placeBid(first!.person, { lotId, maxMinor: '500000' })
    expect(await committedOf(first!.id)).toBe(500_000n)
    const answer = await placeBid(second!.person, { lotId, maxMinor: '700000' })
    expect(answer).toMatchObject({ ok: true, value: { code: 'accepted', position: 3, priceMinor: 550_000n } })
    expect(await committedOf(first!.id)).toBe(0n)
    expect(await committedOf(second!.id)).toBe(700_000n)
    const [row] = await database().select().from(lots).where(eq(lots.id, lotId))
    expect(row).toMatchObject({ priceMinor: 550_000n, leaderId: second!.id, bidCount: 2, sequence: 3 })
  })

  test('writes one entry per attempt, without the maximum, and tells whom it concerns', async () => {
    const {
      lots: [lot],
      bidders: [first, second],
    } = await makeOpenLots()
    const lotId = lot!.id
    const accepted = await placeBid(first!.person, { lotId, maxMinor: '7777700' })
    await placeBid(second!.person, { lotId, maxMinor: '1' })
    const attempts = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
    expect(attempts.map(({ code }) => code).sort()).toEqual(['accepted', 'bid.below-minimum'])
    const entries = (await database().select().from(auditLog)).filter(({ object }) =>
      attempts.some(({ id }) => id === object),
    )
    expect(entries.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['bid.place', 'done'],
      ['bid.place', 'refused'],
    ])
    expect(entries[0]?.actor).toBe(first!.person.pseudonym)
    for (const { payload } of entries) expect(Buffer.from(payload).toString()).not.toContain('7777700')
    const topics = (await database().select().from(liveVersions)).map(({ topic }) => topic)
    expect(topics).toEqual(
      expect.arrayContaining([`lot:${lotId}`, `bidder:${first!.id}`, `bidder:${second!.id}`]),
    )
    expect(accepted.receipt).toContain('maximum 7777700')
  })

  test('keeps the limit across all lots of the round, and counts what was freed again (R7.2)', async () => {
    const {
      lots: made,
      bidders: [first, second],
    } = await makeOpenLots({ lots: 2, depositMinor: 100_000n })
    const [one, two] = made.map(({ id }) => id) as [string, string]
    expect((await placeBid(first!.person, { lotId: one, maxMinor: '700000' })).ok).toBe(true)
    expect(await placeBid(first!.person, { lotId: two, maxMinor: '400000' })).toMatchObject({
      error: { code: 'bid.over-limit', details: { available: 'US$3,000.00' } },
    })
    await placeBid(second!.person, { lotId: one, maxMinor: '900000' })
    expect((await placeBid(first!.person, { lotId: two, maxMinor: '400000' })).ok).toBe(true)
    expect((await placeBid(first!.person, { lotId: two, maxMinor: '1000000' })).ok).toBe(true)
    expect(await placeBid(first!.person, { lotId: two, maxMinor: '1000001' })).toMatchObject({
      error: { code: 'bid.over-limit' },
    })
  })

  test('the bots of the demo world bid as the system, and nobody else does', async () => {
    const {
      lots: [lot],
      bidders: [first, second],
    } = await makeOpenLots()
    await database().update(bidders).set({ houseBot: true }).where(eq(bidders.id, first!.id))
    const system = systemActor('bid-as-bots')
    const bid = { lotId: lot!.id, maxMinor: '500000' }
    expect((await placeBid(system, { ...bid, bidderId: first!.id })).ok).toBe(true)
    expect(await placeBid(system, { ...bid, bidderId: second!.id })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
    expect(await placeBid(system, bid)).toMatchObject({ error: { code: 'thing.not-found' } })
  })
})

describe('refuses the role', () => {
  test('an editor of the same organisation, and an officer', async () => {
    const {
      lots: [lot],
      bidders: [first],
    } = await makeOpenLots()
    const editor = await makePerson({ member: { organisationId: first!.organisationId, roles: ['editor'] } })
    const officer = await makePerson({ roles: ['programme-officer'] })
    for (const person of [editor, officer])
      expect(await placeBid(person, { lotId: lot!.id, maxMinor: '500000' })).toMatchObject({
        error: { code: 'access.denied', status: 404 },
      })
  })

  test('a bidder without the second factor', async () => {
    const {
      lots: [lot],
      bidders: [first],
    } = await makeOpenLots()
    const weak = { ...first!.person, assurance: 1 }
    expect(await placeBid(weak, { lotId: lot!.id, maxMinor: '500000' })).toMatchObject({
      error: { code: 'access.second-factor-needed' },
    })
  })
})

describe('refuses the stranger', () => {
  test('of another organisation, of another lot, and a lot that is not there', async () => {
    const {
      lots: [lot],
      bidders: [first],
    } = await makeOpenLots()
    const stranger = await makeApplicant()
    const elsewhere = await makeOpenLots()
    const bid = { lotId: lot!.id, maxMinor: '500000' }
    for (const person of [stranger.person, elsewhere.bidders[0]!.person])
      expect(await placeBid(person, bid)).toMatchObject({ error: { code: 'thing.not-found' } })
    expect(await placeBid(first!.person, { ...bid, lotId: 'lot_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('who acts for two bidders of the lot (R4.3)', async () => {
    const {
      lots: [lot],
      bidders: [first, second],
    } = await makeOpenLots()
    const role = 'bidder' as const
    const also = { organisationId: second!.organisationId, role }
    await database()
      .insert(memberships)
      .values({ id: 'mem_both', userId: first!.person.userId, ...also })
    const both = { ...first!.person, memberships: [...first!.person.memberships, also] }
    expect(await placeBid(both, { lotId: lot!.id, maxMinor: '500000' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('before the opening', async () => {
    const {
      lots: [lot],
      bidders: [first],
    } = await makeOpenLots({ open: false })
    const bid = { lotId: lot!.id, maxMinor: '500000' }
    const early = await placeBid(first!.person, bid)
    expect(early).toMatchObject({ error: { code: 'bid.not-open' } })
    expect(early.receipt).toContain('code bid.not-open')
    await openLotRow(lot!.id)
    expect((await placeBid(first!.person, bid)).ok).toBe(true)
  })

  test('from the closing instant on, by the clock of the database, before anyone has closed the lot', async () => {
    const {
      lots: [lot],
      bidders: [first],
    } = await makeOpenLots({ closesAt: new Date(processNow().getTime() - 1) })
    expect(await placeBid(first!.person, { lotId: lot!.id, maxMinor: '500000' })).toMatchObject({
      error: { code: 'bid.closed' },
    })
  })

  test('a clock that went back', async () => {
    const {
      lots: [lot],
      bidders: [first],
    } = await makeOpenLots()
    await database()
      .update(lots)
      .set({ lastEventAt: new Date(processNow().getTime() + 60_000) })
      .where(eq(lots.id, lot!.id))
    expect(await placeBid(first!.person, { lotId: lot!.id, maxMinor: '500000' })).toMatchObject({
      error: { code: 'server.busy' },
    })
  })
})
