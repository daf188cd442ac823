import { and, eq, like } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { registry } from '@/db/factories/allocations'
import { makeRegistrar } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makeBuildOut, makeTransfer } from '@/db/factories/build-out'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { awards } from '@/db/schema/awards'
import { commitments } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { receiveReport } from '@/domain/allocations/receive-report'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { agreeTransfer } from './agree-transfer'
import { approveTransfer } from './approve-transfer'
import { registrantsToChange, transferUnderWay } from './at-registry'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

/** A name that passed to another organisation by two officers, and somebody who acts for its registrar. */
async function passed() {
  const made = await makeBuildOut()
  const done = { outcome: 'kept', outcomeAt: processNow() } as const
  await database().update(commitments).set(done).where(eq(commitments.awardId, made.awardId))
  const [award] = await database().select().from(awards).where(eq(awards.id, made.awardId))
  const registrar = await makePerson({ registrar: award!.registrarIanaId })
  const buyer = await makeApplicant()
  const transferId = await makeTransfer({
    ...{ awardId: made.awardId, askedBy: made.person.userId },
    ...{ from: made.organisation.id, to: buyer.organisation.id },
  })
  await agreeTransfer(buyer.person, { transferId, confirmed: true })
  const approved = async () => {
    const reason = 'Another organisation takes the service over.'
    const answer = await approve(
      await approveTransfer(await officer(), { transferId, reason }),
      await officer(),
    )
    if (!answer.ok) throw new Error(answer.error.code)
  }
  const report = async (change: Record<string, unknown> = {}, at = processNow()) => {
    const data = { name: `${award!.label}.org`, registrarIanaId: award!.registrarIanaId, ...change }
    const body = JSON.stringify({ type: 'domain.registrant_changed', timestamp: at.toISOString(), data })
    const answer = await receiveReport(registry, { webhookId: newId('msg'), sentAt: at, body })
    return answer.ok ? answer.value.outcome : answer.error.code
  }
  return { made, award: award!, registrar, buyer, transferId, approved, report }
}

const letters = (to: { email: string }, template: string) =>
  database()
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.to, to.email), like(mailOutbox.template, template)))

describe('a transfer at the registry (R12.3)', () => {
  test('the registrar is asked with the exact command; the registry’s report completes it, once', async () => {
    const { made, award, registrar, buyer, transferId, approved, report } = await passed()
    expect(await registrantsToChange(registrar, undefined), 'nothing passed yet').toEqual([])
    await approved()
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
    const stranger = await makePerson({ registrar: (await makeRegistrar()).ianaId })
    expect(await registrantsToChange(stranger, undefined), 'another registrar').toEqual([])
    expect(await registrantsToChange(await officer(), undefined)).toBeUndefined()
    expect(await report()).toBe('registrant-changed')
    expect(await registrantsToChange(registrar, undefined)).toEqual([])
    expect(await transferUnderWay(database(), made.awardId)).toBeUndefined()
    expect(await letters(buyer.person, 'registrant-changed')).toHaveLength(1)
    expect(await report(), 'a second change belongs to no transfer').toBe('no-transfer')
  })

  test('a change that nobody approved, or another registrar made, alarms the officers and completes nothing', async () => {
    const { made, registrar, approved, report } = await passed()
    const watching = await officer()
    expect(await report(), 'before the approval').toBe('no-transfer')
    await approved()
    expect(await report({ registrarIanaId: made.registrarIanaId + 1 })).toBe('wrong-registrar')
    expect(await report({ name: 'nothing-of-ours.org' })).toBe('unknown-name')
    expect(await report({}, new Date(processNow().getTime() - 3_600_000)), 'of before').toBe('no-transfer')
    expect(await registrantsToChange(registrar, undefined)).toHaveLength(1)
    const alarms = await database().select().from(mailOutbox).where(eq(mailOutbox.to, watching.email))
    expect(alarms.filter(({ text }) => text.includes('without an approved transfer'))).toHaveLength(2)
  })
})
