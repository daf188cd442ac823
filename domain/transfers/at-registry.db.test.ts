import { and, eq, like } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeRegistrar } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { letPass, makePassed, reportChange } from '@/db/factories/transfers'
import { mailOutbox } from '@/db/schema/system'
import { buildOutBoard } from '@/domain/commitments/queries'
import { processNow } from '@/lib/clock'
import { lastTransfer, registrantsToChange } from './at-registry'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

const letters = (to: { email: string }, template: string) =>
  database()
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.to, to.email), like(mailOutbox.template, template)))

describe('a transfer at the registry (R12.3)', () => {
  test('the registrar is asked with the exact command; the registry’s report completes it, once', async () => {
    const passed = await makePassed({ approved: false })
    const { made, award, registrar, buyer, transferId } = passed
    expect(await registrantsToChange(registrar, undefined), 'nothing passed yet').toEqual([])
    await letPass(transferId)
    expect(await letters(registrar, 'registrant-to-change')).toMatchObject([
      {
        text: expect.stringContaining(
          `from ${made.organisation.legalName} to ${buyer.organisation.legalName}`,
        ),
      },
    ])
    expect(await registrantsToChange(registrar, undefined)).toMatchObject([
      {
        ...{ transferId, from: made.organisation.legalName, to: buyer.organisation.legalName },
        command: expect.stringContaining(`<domain:name>${award.label}.org</domain:name>`),
      },
    ])
    const waiting = async () =>
      (await buildOutBoard(await officer(), undefined))?.atRegistry.map((each) => each.transferId)
    expect(await waiting(), 'officers see that it waits').toContain(transferId)
    const stranger = await makePerson({ registrar: (await makeRegistrar()).ianaId })
    expect(await registrantsToChange(stranger, undefined), 'another registrar').toEqual([])
    expect(await registrantsToChange(await officer(), undefined)).toBeUndefined()
    expect(await reportChange(passed)).toBe('registrant-changed')
    expect(await registrantsToChange(registrar, undefined)).toEqual([])
    expect(await waiting()).not.toContain(transferId)
    expect(await lastTransfer(database(), made.awardId)).toMatchObject({
      id: transferId,
      reportedAt: expect.any(Date),
    })
    expect(await letters(buyer.person, 'registrant-changed')).toHaveLength(1)
    expect(await reportChange(passed), 'a second change belongs to no transfer').toBe('no-transfer')
  })

  test('a change that nobody approved, or another registrar made, alarms the officers and completes nothing', async () => {
    const passed = await makePassed({ approved: false })
    const { made, registrar, transferId } = passed
    const report = (change?: object, at?: Date) => reportChange(passed, { ...change }, at)
    const watching = await officer()
    expect(await report(), 'before the approval').toBe('no-transfer')
    await letPass(transferId)
    expect(await report({ registrarIanaId: made.registrarIanaId + 1 })).toBe('wrong-registrar')
    expect(await report({ name: 'nothing-of-ours.org' })).toBe('unknown-name')
    expect(await report({}, new Date(processNow().getTime() - 3_600_000)), 'of before').toBe('no-transfer')
    expect(await registrantsToChange(registrar, undefined)).toHaveLength(1)
    const alarms = await database().select().from(mailOutbox).where(eq(mailOutbox.to, watching.email))
    expect(alarms.filter(({ text }) => text.includes('without an approved transfer'))).toHaveLength(2)
  })
})
