import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makePerson } from '@/db/factories/people'
import { makeDecision } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { camtFile, fileInput } from '@/db/factories/settlement'
import { decisions } from '@/db/schema/reviews'
import { depositHeld } from '@/domain/ledger/balances'
import { countBankFile } from '@/domain/payments/count-file'
import { readBankFile } from '@/domain/payments/read-file'
import { type Person, personById } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { decideRequest } from '@/lib/door/second-person'
import { newId } from '@/lib/ids'
import { depositsOfRound } from './queries'
import { recordDeposit } from './record-deposit'

afterAll(closeDatabase)

async function makeCase() {
  const made = await makeSubmittedApplication()
  const finance = await makePerson({ roles: ['finance-officer'] })
  const second = await makePerson({ roles: ['programme-officer'] })
  const input = {
    roundId: made.roundId,
    organisationId: made.organisation.id,
    kind: 'received',
    amount: '25,000.00',
    bankReference: 'SWIFT 4711',
    receivedOn: '2026-01-15',
  }
  return { ...made, finance, second, input }
}

/** One case for all that is refused: nothing comes of it. */
let kept: ReturnType<typeof makeCase> | undefined
const keptCase = () => (kept ??= makeCase())

const approve = (who: Person, answer: { ok: boolean; value?: unknown }, typed: string) =>
  decideRequest(
    who,
    { approvalId: (answer.value as { approvalId: string }).approvalId, decision: 'approve', typed },
    (tx, userId) => personById(tx, userId, 2),
  )

describe('deposit.record', () => {
  test('is recorded once a second person approves, and sets the limit (R7.2)', async () => {
    const { finance, second, input, roundId } = await makeCase()
    const asked = await recordDeposit(finance, input)
    expect(asked).toMatchObject({ ok: true, value: { approvalId: expect.any(String) } })
    expect((await depositsOfRound(finance, { roundId }))?.applicants[0]?.totalMinor).toBe(0n)
    expect(await approve(finance, asked as never, 'US$25,000.00')).toMatchObject({
      error: { code: 'approval.own' },
    })
    expect(await approve(second, asked as never, 'US$25,000.00')).toMatchObject({ ok: true })
    expect((await depositsOfRound(finance, { roundId }))?.applicants[0]).toMatchObject({
      totalMinor: 2_500_000n,
      limitMinor: 25_000_000n,
    })
  })

  test('what a bank file has counted is not received once more by hand; it may be corrected', async () => {
    const { finance, second, input, reference, roundId, organisation } = await makeCase()
    const bankReference = newId('ref')
    const file = camtFile([{ amount: '25000.00', message: reference, reference: bankReference }])
    const read = await readBankFile(finance, fileInput(file))
    if (!read.ok) throw new Error(read.error.code)
    const asked = await countBankFile(finance, read.value)
    expect(await approve(second, asked as never, 'US$25,000.00')).toMatchObject({ ok: true })
    expect(await recordDeposit(finance, { ...input, bankReference })).toMatchObject({
      error: { code: 'payment.counted-by-file' },
    })
    const correction = await recordDeposit(finance, { ...input, bankReference, kind: 'correction' })
    expect(await approve(second, correction as never, 'US$25,000.00')).toMatchObject({ ok: true })
    expect(await depositHeld(database(), { roundId, organisationId: organisation.id })).toBe(0n)
  })

  test('is without limit from US$2,000,000 on', async () => {
    const { finance, second, input, roundId } = await makeCase()
    const asked = await recordDeposit(finance, { ...input, amount: '2000000' })
    await approve(second, asked as never, 'US$2,000,000.00')
    expect((await depositsOfRound(finance, { roundId }))?.applicants[0]?.limitMinor).toBeNull()
  })

  test('is corrected by a negative entry, never below zero; a request on an old sum is void', async () => {
    const { finance, second, input, roundId } = await makeCase()
    await approve(second, (await recordDeposit(finance, input)) as never, 'US$25,000.00')
    const correction = { ...input, kind: 'correction', amount: '5,000', bankReference: 'Typing error' }
    expect(await recordDeposit(finance, { ...correction, amount: '25,000.01' })).toMatchObject({
      error: { code: 'deposit.below-zero' },
    })
    const [one, other] = [
      await recordDeposit(finance, correction),
      await recordDeposit(finance, { ...correction, amount: '6,000' }),
    ]
    await approve(second, one as never, 'US$5,000.00')
    expect(await approve(second, other as never, 'US$6,000.00')).toMatchObject({
      error: { code: 'approval.changed' },
    })
    expect((await depositsOfRound(finance, { roundId }))?.applicants[0]?.totalMinor).toBe(2_000_000n)
  })

  test('refuses amounts and days that cannot be', async () => {
    const { finance, input } = await keptCase()
    const field = async (change: object) => {
      const answer = await recordDeposit(finance, { ...input, ...change })
      return answer.ok ? [] : Object.keys(answer.error.fields ?? {})
    }
    expect(await field({ amount: '1.250' })).toEqual(['amount'])
    expect(await field({ amount: '0' })).toEqual(['amount'])
    expect(await field({ receivedOn: '2999-01-01' })).toEqual(['receivedOn'])
    expect(await field({ receivedOn: 'yesterday' })).toEqual(['receivedOn'])
    expect(await field({ receivedOn: '0000-01-15' })).toEqual(['receivedOn'])
    expect(await recordDeposit(finance, { ...input, amount: '100,000,000.01' })).toMatchObject({
      error: { code: 'deposit.too-large' },
    })
  })

  test('refuses the role', async () => {
    const { person, second, input } = await keptCase()
    for (const actor of [person, second, await makePerson({ roles: ['administrator'] })])
      expect(await recordDeposit(actor, input)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger: an organisation that does not apply in the round', async () => {
    const { finance, input } = await keptCase()
    const other = await makeSubmittedApplication()
    expect(await recordDeposit(finance, { ...input, organisationId: other.organisation.id })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: once bidding has opened', async () => {
    const lotId = (await makeRound({ state: 'bidding' })).lots[0]!.id
    const made = await makeSubmittedApplication({ lotId })
    const { finance, input } = await keptCase()
    expect(
      await recordDeposit(finance, {
        ...input,
        roundId: made.roundId,
        organisationId: made.organisation.id,
      }),
    ).toMatchObject({ error: { code: 'round.wrong-state' } })
  })
})

describe('the deposits of a round', () => {
  test('tell finance what is intended, an officer not, and a decision to nobody before its release', async () => {
    const made = await makeSubmittedApplication({ answers: { deposit: { amount: '25,000.00' } } })
    const { roundId, label } = made
    const finance = await makePerson({ roles: ['finance-officer'] })
    const officer = await makePerson({ roles: ['programme-officer'] })
    const applied = async (who: Person) =>
      (await depositsOfRound(who, { roundId }))?.applicants.flatMap((each) => each.applied)
    await makeDecision(made)
    expect(await applied(finance)).toEqual([{ label, outcome: null, intendedMinor: '2500000' }])
    expect(await applied(officer)).toEqual([{ label, outcome: null, intendedMinor: null }])
    await database()
      .update(decisions)
      .set({ releasedAt: processNow() })
      .where(eq(decisions.applicationId, made.id))
    expect(await applied(finance)).toEqual([{ label, outcome: 'qualified', intendedMinor: '2500000' }])
  })
})
