import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { lettersTo } from '@/db/factories/accounts'
import { makePerson } from '@/db/factories/people'
import { makePassed, reportChange } from '@/db/factories/transfers'
import { transferLookups } from '@/db/schema/build-out'
import { auditLog } from '@/db/schema/system'
import type { Seen } from '@/domain/allocations/judge-seen'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { registrantsToChange } from './at-registry'
import { dueTransfers } from './due-transfers'
import { lookUpTransfer } from './look-up-transfer'

afterAll(closeDatabase)

const actor = systemActor('look-for-registrants')
type Passed = Awaited<ReturnType<typeof makePassed>>

const seenOf = ({ award, buyer }: Passed, change: Partial<Seen & { kind: 'domain' }> = {}): Seen => ({
  ...{ kind: 'domain', name: `${award.label}.org`, registrarIanaIds: [String(award.registrarIanaId)] },
  registrants: [buyer.organisation.legalName],
  ...change,
})
const look = ({ transferId }: Passed, seen: Seen) => lookUpTransfer(actor, { transferId, seen })
/** As if so many minutes had passed. */
const isDue = async ({ transferId }: Passed, minutes = 0) =>
  (await dueTransfers(database(), new Date(processNow().getTime() + minutes * 60_000))).some(
    (each) => each.transferId === transferId,
  )
const templates = async (email: string) => (await lettersTo(email)).map(({ template }) => template)
const lookupsOf = ({ transferId }: Passed) =>
  database()
    .select({ outcome: transferLookups.outcome })
    .from(transferLookups)
    .where(eq(transferLookups.transferId, transferId))

describe('transfer.look-up', () => {
  test('R12.3 completes the transfer once RDAP names the new registrant, once of several workers', async () => {
    const passed = await makePassed()
    expect(await isDue(passed)).toBe(true)
    const answers = await Promise.all([1, 2, 3].map(() => look(passed, seenOf(passed))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await registrantsToChange(passed.registrar, undefined)).toEqual([])
    expect(await isDue(passed, 100_000)).toBe(false)
    expect((await lettersTo(passed.buyer.person.email))[0]).toMatchObject({
      template: 'registrant-changed',
      text: expect.stringContaining(`public data name ${passed.buyer.organisation.legalName}`),
    })
    expect(await reportChange(passed), 'its report belongs to the same transfer').toBe('registrant-changed')
    expect(
      (await templates(passed.buyer.person.email)).filter((each) => each === 'registrant-changed'),
    ).toHaveLength(1)
    expect(await reportChange(passed), 'a second one to none').toBe('no-transfer')
  })

  test('what is kept back completes nothing, and the registrar reads so; it is looked up again later', async () => {
    const passed = await makePassed()
    expect(await look(passed, seenOf(passed, { registrants: ['REDACTED FOR PRIVACY'] }))).toMatchObject({
      value: { outcome: 'not-told' },
    })
    expect(await registrantsToChange(passed.registrar, undefined)).toMatchObject([
      { lookup: { outcome: 'not-told', detail: '' } },
    ])
    expect(await look(passed, seenOf(passed))).toMatchObject({ error: { code: 'allocation.not-due' } })
    expect([await isDue(passed), await isDue(passed, 2)]).toEqual([false, true])
    expect(await lookupsOf(passed)).toEqual([{ outcome: 'not-told' }])
  })

  test('another registrar completes nothing; officers are told once, however often it is seen', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    const passed = await makePassed()
    await look(passed, seenOf(passed, { registrarIanaIds: ['146'] }))
    expect((await lettersTo(officer.email))[0]).toMatchObject({
      subject: `Look at ${passed.award.label}.org: The name is registered through another registrar`,
    })
    expect(await registrantsToChange(passed.registrar, undefined)).toHaveLength(1)
  })

  test('refuses the role: nobody but the system', async () => {
    const passed = await makePassed()
    const input = { transferId: passed.transferId, seen: seenOf(passed) }
    for (const who of [passed.registrar, await makePerson({ roles: ['programme-officer'] })])
      expect(await lookUpTransfer(who, input)).toMatchObject({ error: { code: 'access.denied' } })
    expect(
      await database()
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.kind, 'transfer.look-up'), eq(auditLog.object, passed.award.id))),
    ).toEqual([])
  })

  test('refuses the stranger: a transfer that is none', async () => {
    expect(
      await lookUpTransfer(actor, { transferId: 'trf_none', seen: { kind: 'not-found' } }),
    ).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: before the approval, and once the registry has reported it', async () => {
    const asked = await makePassed({ approved: false })
    expect(await isDue(asked, 100)).toBe(false)
    const passed = await makePassed()
    await reportChange(passed)
    expect(await isDue(passed, 100)).toBe(false)
    for (const each of [asked, passed])
      expect(await look(each, seenOf(each))).toMatchObject({ error: { code: 'allocation.not-waiting' } })
  })
})
