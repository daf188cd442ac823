import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo } from '@/db/factories/accounts'
import { awardOf, type MadeToken, makeToken } from '@/db/factories/allocations'
import { makeAward } from '@/db/factories/awards'
import { makePerson } from '@/db/factories/people'
import { allocationTokens, registryLookups } from '@/db/schema/allocations'
import { registrars } from '@/db/schema/applications'
import { labelMoves, labels } from '@/db/schema/labels'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { confirmAllocation } from './confirm-allocation'
import { dueLookups } from './due-lookups'
import type { Seen } from './judge-seen'

afterAll(closeDatabase)

const actor = systemActor('confirm-redemptions')
const refusal = (code: string) => ({ ok: false, error: { code } })
const seenOf = ({ label, registrarIanaId }: MadeToken): Seen => ({
  kind: 'domain',
  name: `${label.toUpperCase()}.ORG`,
  registrarIanaIds: [String(registrarIanaId)],
  registrants: [],
})
const redeemed = () => makeToken({ state: 'redeemed' })
const confirm = (made: MadeToken, seen: Seen) => confirmAllocation(actor, { tokenId: made.tokenId, seen })

/** As if so many minutes had passed since the token was redeemed; lookups are never moved. */
const isDue = async ({ tokenId }: MadeToken, minutes = 0) =>
  (await dueLookups(database(), new Date(processNow().getTime() + minutes * 60_000))).some(
    (each) => each.tokenId === tokenId,
  )

describe('allocation.confirm', () => {
  test('R11.2 the right name through the right registrar is allocated, with its provenance and letters', async () => {
    const made = await redeemed()
    expect(await isDue(made)).toBe(true)
    const answers = await Promise.all(Array.from({ length: 4 }, () => confirm(made, seenOf(made))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await awardOf(made.awardId)).toMatchObject({ state: 'allocated', allocatedAt: expect.any(Date) })
    const [label] = await database().select().from(labels).where(eq(labels.label, made.label))
    expect(label).toMatchObject({ state: 'allocated' })
    const moves = await database().select().from(labelMoves).where(eq(labelMoves.label, made.label))
    expect(moves.at(-1)?.note).toBe(
      `Allocated to ${made.organisation.legalName}, registered through Sample Registrar ${made.registrarIanaId} (fictional)`,
    )
    for (const { email } of [made.person, made.rae])
      expect((await lettersTo(email)).map(({ template }) => template)).toEqual(['allocated'])
    expect(await isDue(made)).toBe(false)
  })

  test('R11.2 what does not fit keeps waiting; officers are told once', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const made = await redeemed()
    const strange: Seen = { ...seenOf(made), kind: 'domain', registrarIanaIds: ['146'] } as Seen
    expect(await confirm(made, strange)).toMatchObject({ value: { outcome: 'wrong-registrar' } })
    expect(await awardOf(made.awardId)).toMatchObject({ state: 'paid' })
    expect(
      await database().select().from(registryLookups).where(eq(registryLookups.tokenId, made.tokenId)),
    ).toMatchObject([{ outcome: 'wrong-registrar', detail: 'IANA id 146' }])
    const told = await lettersTo(officer.email)
    expect(told.map(({ subject }) => subject)).toEqual([
      `Look at ${made.label}.org: Registered through another registrar`,
    ])
  })

  test('R11.2 is asked again, ever more slowly, and not by two workers at once', async () => {
    const made = await redeemed()
    const nothing: Seen = { kind: 'unreachable', why: 'No answer in time' }
    expect(await confirm(made, nothing)).toMatchObject({ value: { outcome: 'unreachable' } })
    expect(await confirm(made, seenOf(made))).toMatchObject(refusal('allocation.not-due'))
    expect(await isDue(made)).toBe(false)
    expect(await isDue(made, 1.1)).toBe(true)
    const at = (minutes: number) => new Date(processNow().getTime() + minutes * 60_000)
    for (const minutes of [30, 60])
      await database()
        .insert(registryLookups)
        .values({
          id: `lkp_${made.tokenId}_${minutes}`,
          tokenId: made.tokenId,
          at: at(-minutes),
          outcome: 'not-found',
        })
    expect(await isDue(made, 4.5)).toBe(false)
    expect(await isDue(made, 5.1)).toBe(true)
  })

  test('R4.2 a registrar that lost its accreditation meanwhile keeps the name waiting', async () => {
    const made = await redeemed()
    await database()
      .update(registrars)
      .set({ status: 'Terminated' })
      .where(eq(registrars.ianaId, made.registrarIanaId))
    await confirm(made, seenOf(made))
    expect(await awardOf(made.awardId)).toMatchObject({ state: 'paid' })
  })

  test('refuses the role', async () => {
    const made = await redeemed()
    const input = { tokenId: made.tokenId, seen: seenOf(made) }
    expect(await confirmAllocation(made.rae, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: a token that is none', async () => {
    const made = await redeemed()
    expect(await confirmAllocation(actor, { tokenId: 'tok_none', seen: seenOf(made) })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: not redeemed, or the award is over', async () => {
    const shown = await makeToken()
    expect(await confirm(shown, seenOf(shown))).toMatchObject(refusal('allocation.not-waiting'))
    const over = await makeToken({ state: 'redeemed', award: await makeAward({ state: 'allocated' }) })
    expect(await confirm(over, seenOf(over))).toMatchObject(refusal('allocation.not-waiting'))
    expect(
      (await database().select().from(allocationTokens).where(eq(allocationTokens.id, shown.tokenId)))[0],
    ).toMatchObject({ state: 'shown' })
  })
})
