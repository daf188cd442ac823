import { and, eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makePhase, makeRound } from '@/db/factories/rounds'
import { labelMoves, labels } from '@/db/schema/labels'
import { roundMoves, rounds } from '@/db/schema/rounds'
import { approvals, auditLog } from '@/db/schema/system'
import { sha256Hex } from '@/lib/hash'
import { approveRound } from './approve-round'
import { changeRound } from './change-round'
import { configurationHash } from './configuration'
import { describeSettings } from './describe-settings'
import { dryRunRound } from './dry-run-round'
import { openTieSecret } from './tie-secret'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
/** A draft that was dry-run as it stands. */
async function dryRunDraft(wanted: Parameters<typeof makeRound>[0] = {}) {
  const round = await makeRound(wanted)
  await dryRunRound(await officer(), { roundId: round.id, bidders: 3 })
  return round
}
const rowOf = async (id: string) => (await database().select().from(rounds).where(eq(rounds.id, id)))[0]!

describe('does it', () => {
  test('freezes the configuration by hash, draws the secret and offers the labels', async () => {
    const round = await dryRunDraft({ labels: 2 })
    const asked = await approveRound(await officer(), { roundId: round.id })
    if (!asked.ok) throw new Error(asked.error.code)
    const [request] = await database()
      .select()
      .from(approvals)
      .where(eq(approvals.id, asked.value.approvalId))
    expect(request).toMatchObject({ typed: 'round 1', object: round.id })
    const groups = Map.groupBy(request!.changes, ({ group }) => group)
    const { settings, format } = await rowOf(round.id)
    expect([...groups].map(([group, own]) => [group, own.length])).toEqual([
      ['Names', 2],
      // Every setting as the round page words it, and the format before them.
      ['Settings', describeSettings(settings, format).length + 1],
      ['How plans are judged', settings.rubric.length + 3],
      ['Timetable', 10],
    ])
    expect(groups.get('How plans are judged')).toContainEqual(
      expect.objectContaining({ what: 'Pass line', after: '60.00 of 100 points' }),
    )
    expect(request!.changes.every(({ before }) => before === '')).toBe(true)
    expect(await rowOf(round.id)).toMatchObject({ state: 'draft', configHash: null })

    const approved = await approve(asked, await officer())
    const row = await rowOf(round.id)
    expect(approved).toEqual({ ok: true, value: { roundId: round.id, configHash: row.configHash } })
    expect(row).toMatchObject({ state: 'approved', approvedAt: expect.any(Date), publishedSecret: null })
    const secret = openTieSecret(round.id, row.sealedSecret!)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(sha256Hex(Buffer.from(secret, 'hex'))).toBe(row.secretHash)

    for (const { label } of round.lots) {
      const [state] = await database().select().from(labels).where(eq(labels.label, label))
      expect(state?.state).toBe('offered')
      const moves = await database()
        .select()
        .from(labelMoves)
        .where(and(eq(labelMoves.label, label), eq(labelMoves.to, 'offered')))
      expect(moves).toMatchObject([{ roundId: round.id, note: 'Offered in round 1, “Round 1”.' }])
    }
    const [move] = await database().select().from(roundMoves).where(eq(roundMoves.roundId, round.id))
    expect(move).toMatchObject({ from: 'draft', to: 'approved' })
  })

  test('the log entry holds the whole configuration, which hashes to what is published', async () => {
    const round = await dryRunDraft()
    await approve(await approveRound(await officer(), { roundId: round.id }), await officer())
    const [entry] = await database()
      .select()
      .from(auditLog)
      .where(
        and(eq(auditLog.object, round.id), eq(auditLog.kind, 'round.approve'), eq(auditLog.outcome, 'done')),
      )
    const { facts } = JSON.parse(Buffer.from(entry!.payload).toString())
    expect(configurationHash(facts.configuration)).toBe((await rowOf(round.id)).configHash)
    expect(facts.configuration.lots).toMatchObject([{ label: round.lots[0]!.label, reserveMinor: '500000' }])
  })
})

describe('refuses the role', () => {
  test('an administrator; and the officer who asked cannot approve', async () => {
    const round = await dryRunDraft()
    const administrator = await makePerson({ roles: ['administrator'] })
    expect(await approveRound(administrator, { roundId: round.id })).toMatchObject({
      error: { code: 'access.denied' },
    })
    const first = await officer()
    const asked = await approveRound(first, { roundId: round.id })
    expect(await approve(asked, first)).toMatchObject({ error: { code: 'approval.own' } })
    expect(await approve(asked, administrator)).toMatchObject({ error: { code: 'access.denied' } })
    expect((await rowOf(round.id)).state).toBe('draft')
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a round that does not exist', async () => {
    expect(await approveRound({ kind: 'anyone' }, { roundId: 'rnd_none' })).toMatchObject({
      error: { status: 401 },
    })
    expect(await approveRound(await officer(), { roundId: 'rnd_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('once the configuration has changed since the request', async () => {
    const round = await dryRunDraft()
    const first = await officer()
    const asked = await approveRound(first, { roundId: round.id })
    await changeRound(first, {
      roundId: round.id,
      version: 1,
      reserves: [{ lotId: round.lots[0]!.id, reserveMinor: '1' }],
    })
    expect(await approve(asked, await officer())).toMatchObject({ error: { code: 'approval.changed' } })
  })

  test('of a round that is approved', async () => {
    const round = await makeRound({ state: 'approved' })
    expect(await approveRound(await officer(), { roundId: round.id })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
  })

  test('of a round without lots, in a phase that is not published, or too late', async () => {
    const hidden = await makePhase({ published: false })
    const cases = [
      [await makeRound({ labels: 0 }), 'The round has no lot yet.'],
      [await makeRound({ phaseId: hidden.id }), 'The phase is not published yet.'],
      [
        await makeRound({ timetable: { applicationsOpenAt: new Date('2020-01-01T00:00:00Z') } }),
        'Applications would open before the approval. Everyone must see the settings first.',
      ],
    ] as const
    for (const [round, reason] of cases)
      expect(await approveRound(await officer(), { roundId: round.id })).toMatchObject({
        error: { code: 'round.not-ready', message: `The round is not ready: ${reason}` },
      })
  })

  test('when a label was flagged between the request and the approval', async () => {
    const round = await dryRunDraft()
    const asked = await approveRound(await officer(), { roundId: round.id })
    const label = round.lots[0]!.label
    await database().execute(sql`update labels set flagged_at = clock_timestamp() where label = ${label}`)
    expect(await approve(asked, await officer())).toMatchObject({
      error: { code: 'round.not-ready', message: expect.stringContaining(`${label}.org`) },
    })
  })
})
