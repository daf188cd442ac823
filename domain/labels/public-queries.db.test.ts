import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeReleasedLabel, makeRound } from '@/db/factories/rounds'
import { applications } from '@/db/schema/applications'
import { labels } from '@/db/schema/labels'
import { decisions } from '@/db/schema/reviews'
import { lots, rounds } from '@/db/schema/rounds'
import { placeBid } from '@/domain/bids/place-bid'
import { anyone } from '@/lib/access/actor'
import { canonicalJson } from '@/lib/canonical-json'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { passes, readFilter } from './catalogue-filter'
import { publicLabel } from './public-label'
import { catalogue } from './public-queries'
import { readViewer } from './read-viewer'

afterAll(closeDatabase)

const db = database()
const entryOf = async (label: string) => (await catalogue()).find((entry) => entry.label === label)!

async function apply(lot: { id: string }, roundId: string) {
  const { organisation, person } = await makeApplicant()
  const at = processNow()
  const id = newId('app', at)
  await db.insert(applications).values({
    id,
    reference: `PIR-TEST-${id.slice(-10)}`,
    organisationId: organisation.id,
    roundId,
    lotId: lot.id,
    state: 'submitted',
    createdBy: person.userId,
    createdAt: at,
    submittedAt: at,
  })
  return { id, person }
}

describe('the catalogue', () => {
  test('a fresh one holds all 1,332 names, reserved, with 249 country codes', async () => {
    const fresh = await catalogue()
    expect(fresh).toHaveLength(1332)
    expect(new Set(fresh.map(({ status }) => status))).toEqual(new Set(['reserved']))
    expect(fresh.filter(({ countryCode }) => countryCode)).toHaveLength(249)
    expect(fresh.filter(({ round }) => round)).toEqual([])
  })

  test('a draft round leaves no trace on a name: no round, no reserve, no date', async () => {
    const { lots: made } = await makeRound({ state: 'draft', labels: ['w9'], reserveMinor: 777_700n })
    expect(await entryOf(made[0]!.label)).toEqual({
      label: 'w9',
      state: 'released',
      status: 'released',
      countryCode: false,
    })
    const page = await publicLabel('w9')
    expect(page).toMatchObject({ status: 'released', offer: undefined })
    expect(canonicalJson(JSON.parse(JSON.stringify(page, bigints)))).not.toContain('777700')
  })

  test('a name that found no bid still counts in the round that offered it', async () => {
    const { lots: made } = await makeRound({ state: 'final', labels: ['v8'] })
    await db.update(lots).set({ live: false }).where(eq(lots.id, made[0]!.id))
    const entry = await entryOf('v8')
    expect(entry.round).toBeUndefined()
    expect(entry.rounds).toHaveLength(1)
    expect(passes(readFilter({ round: entry.rounds![0] }), entry)).toBe(true)
  })

  test('how many applied is hidden until applications close', async () => {
    const open = await makeRound({ state: 'applications', labels: ['q7'] })
    await apply(open.lots[0]!, open.id)
    expect(await entryOf('q7')).toMatchObject({ status: 'open', applications: 'hidden' })
    expect((await publicLabel('q7'))?.offer?.applications).toBeNull()
    await db.update(rounds).set({ state: 'review' }).where(eq(rounds.id, open.id))
    expect(await entryOf('q7')).toMatchObject({ status: 'review', applications: 1 })
    expect((await publicLabel('q7'))?.offer).toMatchObject({ applications: 1, bidders: null })
  })

  test('a round suspended while it takes applications keeps hiding how many there are', async () => {
    const round = await makeRound({ state: 'applications', labels: ['q8'] })
    await apply(round.lots[0]!, round.id)
    await db
      .update(rounds)
      .set({ state: 'suspended', suspendedFrom: 'applications', publicReason: 'A power cut.' })
      .where(eq(rounds.id, round.id))
    expect(await entryOf('q8')).toMatchObject({
      status: 'open',
      applications: 'hidden',
      round: { suspended: true },
    })
    expect((await entryOf('q8')).next).toBeUndefined()
  })

  test('shows the price while bidding lasts, and no maximum anywhere', async () => {
    const auction = await makeOpenLots({ labels: ['k8'], bidders: 2, reserveMinor: 100_000n })
    const lot = auction.lots[0]!
    await placeBid(auction.bidders[0]!.person, { lotId: lot.id, maxMinor: '987654' })
    await placeBid(auction.bidders[1]!.person, { lotId: lot.id, maxMinor: '200000' })
    expect(await entryOf('k8')).toMatchObject({ status: 'live', priceMinor: 250_000n })
    const page = await publicLabel('k8')
    expect(page?.offer).toMatchObject({ priceMinor: 250_000n, bids: 2, bidders: 2 })
    const all = JSON.stringify([await catalogue(), page], bigints)
    expect(all).not.toContain('987654')
    expect(all).not.toContain(auction.bidders[0]!.organisationId)
  })

  test('a sealed format shows no price and no number of bids', async () => {
    const round = await makeRound({ state: 'bidding', format: 'sealed-first-price', labels: ['k9'] })
    await db
      .update(lots)
      .set({ state: 'open', priceMinor: 123_456n, bidCount: 7 })
      .where(eq(lots.id, round.lots[0]!.id))
    expect((await entryOf('k9')).priceMinor).toBeUndefined()
    expect((await publicLabel('k9'))?.offer).toMatchObject({ priceMinor: null, bids: null })
  })
})

describe('a name’s page', () => {
  test('gives the ground of the release with its lists, and look-alikes as they stand', async () => {
    await makeReleasedLabel('ch')
    const page = await publicLabel('ch')
    expect(page).toMatchObject({
      status: 'released',
      release: { basis: 'confusion-measures', evidence: [] },
      country: {
        category: 'officially-assigned',
        name: 'Switzerland',
        cctld: { list: { asOf: '2026-08-19' } },
      },
    })
    expect(page?.history).toHaveLength(1)
    expect((await publicLabel('0o'))?.alike).toEqual([
      { label: '00', status: 'reserved' },
      { label: 'oo', status: 'reserved' },
    ])
  })

  test('a digit is no country code, and what is no label is nothing', async () => {
    expect((await publicLabel('7z'))?.country).toBeUndefined()
    expect(await publicLabel('rivers')).toBeUndefined()
  })

  test('a draft round among look-alikes does not show', async () => {
    await makeRound({ state: 'draft', labels: ['v5'] })
    expect((await publicLabel('u5'))?.alike).toContainEqual({ label: 'v5', status: 'released' })
  })

  test('tells what its round went through, but nothing of a draft', async () => {
    const round = await makeRound({ state: 'applications', labels: ['x5'] })
    await db.execute(sql`insert into round_moves (id, round_id, "from", "to", at, reason)
      values ('mov_trial', ${round.id}, 'bidding', 'suspended', clock_timestamp(), 'A power cut.')`)
    const told = (await publicLabel('x5'))!.history.map(({ what }) => what)
    expect(told).toContain(`Round ${round.number} suspended. A power cut.`)
    await db.update(rounds).set({ approvedAt: null }).where(eq(rounds.id, round.id))
    expect((await publicLabel('x5'))!.history.map(({ what }) => what)).not.toContain(
      `Round ${round.number} suspended. A power cut.`,
    )
  })

  test('a withheld name gives its public reason', async () => {
    await db
      .update(labels)
      .set({ state: 'withheld', withheldReason: 'For a test.' })
      .where(eq(labels.label, '00'))
    expect(await publicLabel('00')).toMatchObject({ status: 'withheld', withheldReason: 'For a test.' })
  })
})

describe('who is looking', () => {
  test('nobody signed in, a stranger, and the programme', async () => {
    const round = await makeRound({ state: 'applications' })
    const lotId = round.lots[0]!.id
    await apply(round.lots[0]!, round.id)
    const stranger = (await makeApplicant()).person
    expect(await readViewer(anyone, lotId)).toEqual({ kind: 'anyone' })
    expect(await readViewer(stranger, lotId)).toEqual({ kind: 'anyone' })
    const officer = await makePerson({ roles: ['programme-officer'] })
    const reviewer = await makePerson({ roles: ['reviewer'] })
    expect(await readViewer(officer, lotId)).toEqual({ kind: 'programme', manages: true })
    expect(await readViewer(reviewer, lotId)).toEqual({ kind: 'programme', manages: false })
  })

  test('an applicant sees its outcome only once it is released', async () => {
    const round = await makeRound({ state: 'review' })
    const lotId = round.lots[0]!.id
    const own = await apply(round.lots[0]!, round.id)
    const [chair, officer] = [await makePerson(), await makePerson()]
    await db.insert(decisions).values({
      applicationId: own.id,
      roundId: round.id,
      outcome: 'qualified',
      reason: 'Sound.',
      proposedBy: chair.userId,
      approvedBy: officer.userId,
      decidedAt: processNow(),
    })
    const before = await readViewer(own.person, lotId)
    expect(before).toMatchObject({ kind: 'applicant', id: own.id, state: 'submitted', outcome: null })
    await db.update(decisions).set({ releasedAt: processNow() }).where(eq(decisions.applicationId, own.id))
    expect(await readViewer(own.person, lotId)).toMatchObject({ outcome: 'qualified' })
  })
})

const bigints = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
