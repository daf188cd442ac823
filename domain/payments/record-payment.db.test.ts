import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { auditedAbout } from '@/db/factories/audited'
import { makePerson } from '@/db/factories/people'
import { acceptAward, camtFile, fileInput, makeWinner } from '@/db/factories/settlement'
import { awards } from '@/db/schema/awards'
import { invoices } from '@/db/schema/settlement'
import { mailOutbox } from '@/db/schema/system'
import { creditOf, openOf } from '@/domain/ledger/balances'
import { newId } from '@/lib/ids'
import { countBankFile } from './count-file'
import { readBankFile } from './read-file'
import { recordPayment } from './record-payment'

afterAll(closeDatabase)

async function makeCase() {
  const winner = await makeWinner({ prices: [1_000_000n] })
  const awardId = winner.awardIds[0]!
  await acceptAward(awardId)
  const finance = await makePerson({ roles: ['finance-officer'] })
  const second = await makePerson({ roles: ['programme-officer'] })
  const input = { awardId, amount: '4,000.00', bankReference: newId('ref'), receivedOn: '2026-01-05' }
  return { ...winner, awardId, finance, second, input }
}

const stateOf = async (id: string) =>
  (await database().select({ state: awards.state }).from(awards).where(eq(awards.id, id)))[0]?.state

describe('payment.record', () => {
  test('adds part payments up; the full one makes the award paid, what is beyond becomes credit (R10.2)', async () => {
    const { finance, second, input, awardId, organisation, person } = await makeCase()
    const asked = await recordPayment(finance, input)
    expect(asked).toMatchObject({ ok: true, value: { approvalId: expect.any(String) } })
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
    expect(await approve(asked, second)).toMatchObject({ ok: true })
    expect(await openOf(database(), awardId)).toBe(600_000n)
    expect(await stateOf(awardId)).toBe('accepted')
    expect(await auditedAbout(awardId), 'R9.3').not.toContain(input.bankReference)
    const rest = { ...input, amount: '6,000.50', bankReference: newId('ref') }
    expect(await approve(await recordPayment(finance, rest), second)).toMatchObject({ ok: true })
    expect(await openOf(database(), awardId)).toBe(0n)
    expect(await stateOf(awardId)).toBe('paid')
    expect(await creditOf(database(), organisation.id)).toBe(50n)
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
    expect(letters.map(({ subject }) => subject).sort()).toEqual([
      expect.stringMatching(/^Paid in full: /),
      expect.stringMatching(/^Payment received: /),
    ])
    expect(letters.map(({ text }) => text).join()).toMatch(
      /US\$6,000\.00 is still open, to be paid before .+ E[DS]T \(.*\d\d:\d\d UTC\)/,
    )
    const toFinance = await database().select().from(mailOutbox).where(eq(mailOutbox.to, finance.email))
    expect(toFinance.filter(({ text }) => text.includes(`/refunds/${organisation.id}`))).toMatchObject([
      { subject: 'To be refunded: US$0.50', delivery: 'at-once' },
    ])
  })

  test('the same payment does not count twice, and a request on an old sum is void', async () => {
    const { finance, second, input, awardId } = await makeCase()
    const [one, other] = [
      await recordPayment(finance, input),
      await recordPayment(finance, { ...input, amount: '1' }),
    ]
    await approve(one, second)
    expect(await approve(other, second)).toMatchObject({ error: { code: 'approval.changed' } })
    const again = await recordPayment(finance, input)
    expect(await approve(again, second)).toMatchObject({ error: { code: 'payment.recorded' } })
    expect(await openOf(database(), awardId)).toBe(600_000n)
  })

  test('what a bank file has counted does not count once more by hand, also when it was asked before', async () => {
    const { finance, second, input, awardId } = await makeCase()
    const [invoice] = await database().select().from(invoices).where(eq(invoices.awardId, awardId))
    const asked = await recordPayment(finance, input)
    const file = camtFile([{ amount: '4000.00', message: 'thank you', reference: input.bankReference }])
    const read = await readBankFile(finance, fileInput(file))
    if (!read.ok) throw new Error(read.error.code)
    expect(await approve(await countBankFile(finance, read.value), second)).toMatchObject({ ok: true })
    const refused = { error: { code: 'payment.counted-by-file' } }
    expect(await approve(asked, second)).toMatchObject(refused)
    expect(await recordPayment(finance, input)).toMatchObject(refused)
    expect(await openOf(database(), awardId)).toBe(invoice!.amountMinor)
    expect(await recordPayment(finance, { ...input, amount: '1' })).toMatchObject({ ok: true })
  })

  test('R10.3 money received after the deadline becomes credit while the award still stands; received before, it counts', async () => {
    const { finance, second, input, awardId, organisation, person } = await makeCase()
    const payBy = new Date('2026-01-05T17:00:00Z')
    await database().update(awards).set({ payBy }).where(eq(awards.id, awardId))
    const late = { ...input, amount: '10,000.00', receivedOn: '2026-01-06' }
    expect(await approve(await recordPayment(finance, late), second)).toMatchObject({ ok: true })
    expect(await stateOf(awardId)).toBe('accepted')
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
    expect(await creditOf(database(), organisation.id)).toBe(1_000_000n)
    const [letter] = await database().select().from(mailOutbox).where(eq(mailOutbox.to, person.email))
    expect(letter?.text).toContain('It came after the deadline')
    const inTime = { ...late, bankReference: newId('ref'), receivedOn: '2026-01-05' }
    expect(await approve(await recordPayment(finance, inTime), second)).toMatchObject({ ok: true })
    expect(await stateOf(awardId)).toBe('paid')
  })

  test('refuses the role, and the one who asked as the second', async () => {
    const { person, second, finance, input } = await makeCase()
    for (const actor of [person, second, await makePerson({ roles: ['auditor'] })])
      expect(await recordPayment(actor, input)).toMatchObject({ error: { code: 'access.denied' } })
    expect(await approve(await recordPayment(finance, input), finance)).toMatchObject({
      error: { code: 'approval.own' },
    })
  })

  test('refuses the stranger: an award that is none', async () => {
    const { finance, input } = await makeCase()
    expect(await recordPayment(finance, { ...input, awardId: newId('awd') })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: before the award is accepted, and a day to come', async () => {
    const { finance, input } = await makeCase()
    const { awardIds } = await makeWinner({ prices: [1_000_000n] })
    expect(await recordPayment(finance, { ...input, awardId: awardIds[0]! })).toMatchObject({
      error: { code: 'payment.no-invoice' },
    })
    expect(await recordPayment(finance, { ...input, receivedOn: '2999-01-01' })).toMatchObject({
      error: { code: 'input.invalid', fields: { receivedOn: expect.any(String) } },
    })
  })
})
