import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo } from '@/db/factories/accounts'
import { makeToken, registry, reportOf, tokensOf } from '@/db/factories/allocations'
import { makeRegistrar } from '@/db/factories/applications'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { registryReports } from '@/db/schema/allocations'
import { registrars } from '@/db/schema/applications'
import { anyone } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { dueLookups } from './due-lookups'
import { receiveReport } from './receive-report'

afterAll(closeDatabase)

const refusal = (code: string) => ({ ok: false, error: { code } })
const outcomeOf = async (report: ReturnType<typeof reportOf>) => {
  const answer = await receiveReport(registry, report)
  return answer.ok ? answer.value.outcome : answer.error.code
}
const kept = (webhookId: string) =>
  database().select().from(registryReports).where(eq(registryReports.webhookId, webhookId))
const stateOf = async (awardId: string) => (await tokensOf(awardId)).map(({ state }) => state)

describe('allocation.receive-report', () => {
  test('R11.2 a creation that is right redeems the token; the name is then to be looked up', async () => {
    const made = await makeToken()
    expect(await outcomeOf(reportOf(made))).toBe('redeemed')
    const [token] = await tokensOf(made.awardId)
    expect(token).toMatchObject({ state: 'redeemed', redeemedAt: expect.any(Date) })
    const due = await dueLookups(database(), new Date(processNow().getTime() + 1000))
    expect(due).toContainEqual({ tokenId: made.tokenId, name: `${made.label}.org` })
  })

  test('the same message counts once and is answered the same, also in parallel; the same id with other words is refused', async () => {
    const made = await makeToken()
    const report = reportOf(made)
    const answers = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(report)))
    expect(new Set(answers)).toEqual(new Set(['redeemed']))
    expect(await outcomeOf(report)).toBe('redeemed')
    expect(await kept(report.webhookId)).toHaveLength(1)
    expect(await outcomeOf({ ...reportOf(made), webhookId: report.webhookId })).toBe(
      'request.repeated-differently',
    )
    expect(await outcomeOf(reportOf(made)), 'another message about the same').toBe('already-redeemed')
  })

  test('R11.1 what is wrong is kept, changes nothing, and is shown to officers', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const [made, other] = [await makeToken(), await makeToken()]
    const wrong = {
      'wrong-name': { name: `${other.label}.org` },
      'wrong-registrar': { registrarIanaId: other.registrarIanaId },
      'unknown-token': { allocationTokenSha256: 'f'.repeat(64) },
    }
    for (const [outcome, data] of Object.entries(wrong)) {
      const report = reportOf(made, { data })
      expect(await outcomeOf(report)).toBe(outcome)
      expect(await kept(report.webhookId)).toMatchObject([{ outcome, body: report.body }])
    }
    expect(await stateOf(made.awardId)).toEqual(['shown'])
    expect(await stateOf(other.awardId)).toEqual(['shown'])
    const told = (await lettersTo(officer.email)).filter(({ template }) => template === 'allocation-alarm')
    expect(told).toHaveLength(3)
    expect(await outcomeOf(reportOf(made)), 'the token was not burnt').toBe('redeemed')
  })

  test('R11.1 a token counts by when the name was created, half-open, and not once another took its place', async () => {
    const late = await makeToken({ expiresInDays: -1 })
    const [token] = await tokensOf(late.awardId)
    const at = (milliseconds: number) => new Date(token!.expiresAt.getTime() + milliseconds)
    expect(await outcomeOf(reportOf(late, { at: at(0) }))).toBe('expired-token')
    expect(await outcomeOf(reportOf(late, { at: new Date(token!.issuedAt.getTime() - 1) }))).toBe(
      'expired-token',
    )
    expect(await outcomeOf(reportOf(late, { at: at(-1) })), 'held up on its way').toBe('redeemed')
    const expired = await makeToken({ state: 'expired', expiresInDays: -1 })
    await makeToken({ state: 'issued', award: expired })
    const [old] = await tokensOf(expired.awardId)
    expect(await outcomeOf(reportOf(expired, { at: new Date(old!.expiresAt.getTime() - 1) }))).toBe(
      'expired-token',
    )
    expect(await outcomeOf(reportOf(await makeToken({ state: 'revoked' })))).toBe('revoked-token')
  })

  test('a late report for an old token is kept while a newer one is redeemed, or is out of time and stands yet', async () => {
    for (const newer of [{ state: 'redeemed' }, { state: 'shown', expiresInDays: -0.5 }] as const) {
      const made = await makeToken({ state: 'expired', expiresInDays: -1 })
      await makeToken({ ...newer, award: made })
      const [old] = await tokensOf(made.awardId)
      const report = reportOf(made, { at: new Date(old!.expiresAt.getTime() - 1) })
      expect(await outcomeOf(report)).toBe('replaced')
      expect(await outcomeOf(report), 'answered the same').toBe('replaced')
      expect(await kept(report.webhookId)).toMatchObject([{ outcome: 'replaced', awardId: made.awardId }])
      expect(await stateOf(made.awardId)).toEqual(['expired', newer.state])
    }
  })

  test('R4.2 the registrar is accredited when the name is created', async () => {
    const made = await makeToken()
    await database()
      .update(registrars)
      .set({ status: 'Terminated' })
      .where(eq(registrars.ianaId, made.registrarIanaId))
    expect(await outcomeOf(reportOf(made))).toBe('not-accredited')
    expect(await stateOf(made.awardId)).toEqual(['shown'])
  })

  test.each([
    [2201, 'did not accept the token'],
    [2304, 'will not create the name as it stands'],
    [2400, 'refused the command'],
  ])('R11.2 a creation that failed with %i is told to the registrar in plain words', async (code, words) => {
    const made = await makeToken()
    const failed = reportOf(made, {
      type: 'domain.create_failed',
      data: { eppResultCode: code, allocationTokenSha256: undefined },
    })
    expect(await outcomeOf(failed)).toBe('failure-noted')
    expect(await outcomeOf(failed)).toBe('failure-noted')
    const letters = await lettersTo(made.rae.email)
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({
      subject: `${made.label}.org was not created: EPP ${code}`,
      text: expect.stringContaining(words),
    })
    expect(await stateOf(made.awardId)).toEqual(['shown'])
  })

  test('a failure of a registrar that has nothing to do with the name is told to nobody', async () => {
    const made = await makeToken()
    const { ianaId } = await makeRegistrar()
    const strange = reportOf(made, {
      type: 'domain.create_failed',
      data: { eppResultCode: 2201, registrarIanaId: ianaId, allocationTokenSha256: 'e'.repeat(64) },
    })
    expect(await outcomeOf(strange)).toBe('wrong-registrar')
    expect(await lettersTo(made.rae.email)).toEqual([])
    const free = reportOf(made, { type: 'domain.create_failed', data: { name: 'zzz.org' } })
    expect(
      await outcomeOf({ ...free, body: free.body.replace(/"allocationTokenSha256":"\w+"/, '"x":1') }),
    ).toBe('unknown-name')
  })

  test.each([
    ['no json', 'unreadable'],
    ['{}', 'unreadable'],
    [
      '{"type":"domain.registrant_changed","timestamp":"2026-11-22T08:00:00Z","data":{"name":"q7\\u0000.org","registrarIanaId":48}}',
      'unreadable',
    ],
    ['{"type":"a\\u0000","timestamp":"2026-11-22T08:00:00Z"}', 'unreadable'],
    ['{"type":"domain.created","timestamp":"2026-11-22T08:00:00Z","data":{"name":"q7.org"}}', 'unreadable'],
    ['{"type":"domain.renewed","timestamp":"2026-11-22T08:00:00Z"}', 'other-kind'],
  ])('keeps %s as it came: %s', async (body, outcome) => {
    const webhookId = `msg_${outcome}_${body.length}`
    expect(await outcomeOf({ webhookId, sentAt: processNow(), body })).toBe(outcome)
    expect(await kept(webhookId)).toMatchObject([{ body, outcome }])
  })

  test('refuses the role: nobody but the registry’s system', async () => {
    const made = await makeToken()
    for (const actor of [made.rae, await makePerson({ roles: ['programme-officer'] })])
      expect(await receiveReport(actor, reportOf(made))).toMatchObject(refusal('access.denied'))
    expect(await receiveReport(anyone, reportOf(made))).toMatchObject({ error: { status: 401 } })
  })

  test('refuses the stranger: a token nobody has changes nothing', async () => {
    const made = await makeToken()
    expect(await outcomeOf(reportOf({ ...made, secret: 'guessed' }))).toBe('unknown-token')
    expect(await stateOf(made.awardId)).toEqual(['shown'])
  })

  test('refuses the moment: the award is over', async () => {
    const made = await makeToken({ award: await makeAward({ state: 'revoked' }) })
    expect(await outcomeOf(reportOf(made))).toBe('award-over')
    expect(await stateOf(made.awardId)).toEqual(['shown'])
  })
})
