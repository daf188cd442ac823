import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { dryRuns } from '@/db/schema/dry-runs'
import { auctionFormats } from '@/db/schema/rounds'
import { approveRound } from './approve-round'
import { changeRound } from './change-round'
import { dryRunRound } from './dry-run-round'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

describe('does it', () => {
  test.each(auctionFormats)('keeps the report on %s', async (format) => {
    const round = await makeRound({ labels: 2, format })
    const answered = await dryRunRound(await officer(), { roundId: round.id, bidders: 12 })
    if (!answered.ok) throw new Error(answered.error.code)
    const [row] = await database().select().from(dryRuns).where(eq(dryRuns.id, answered.value.dryRunId))
    expect(row).toMatchObject({ bidders: 12, configHash: answered.value.configHash })
    expect(row?.report).toMatchObject({ format, seed: row?.configHash, exposure: { overLimit: 0 } })
  })

  test('after which the round can be approved, until something changes', async () => {
    const round = await makeRound()
    const first = await officer()
    const roundId = round.id
    expect(await approveRound(first, { roundId })).toMatchObject({ error: { code: 'round.no-dry-run' } })
    await dryRunRound(first, { roundId })
    const reserves = [{ lotId: round.lots[0]!.id, reserveMinor: '700000' }]
    await changeRound(first, { roundId, version: 1, reserves })
    expect(await approveRound(first, { roundId })).toMatchObject({ error: { code: 'round.no-dry-run' } })
    await dryRunRound(first, { roundId })
    expect(await approve(await approveRound(first, { roundId }), await officer())).toMatchObject({ ok: true })
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    const round = await makeRound()
    const administrator = await makePerson({ roles: ['administrator'] })
    expect(await dryRunRound(administrator, { roundId: round.id })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a round that does not exist', async () => {
    expect(await dryRunRound({ kind: 'anyone' }, { roundId: 'rnd_none' })).toMatchObject({
      error: { status: 401 },
    })
    expect(await dryRunRound(await officer(), { roundId: 'rnd_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('of a round that is approved, or has no lot', async () => {
    const approved = await makeRound({ state: 'approved' })
    expect(await dryRunRound(await officer(), { roundId: approved.id })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
    const empty = await makeRound({ labels: 0 })
    expect(await dryRunRound(await officer(), { roundId: empty.id })).toMatchObject({
      error: { code: 'round.not-ready' },
    })
  })

  test.each([1, 201, 2.5])('and %d bidders', async (bidders) => {
    const round = await makeRound()
    expect(await dryRunRound(await officer(), { roundId: round.id, bidders })).toMatchObject({
      error: { fields: { bidders: expect.any(String) } },
    })
  })
})
