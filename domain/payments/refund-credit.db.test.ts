import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { auditedAbout } from '@/db/factories/audited'
import { makePerson } from '@/db/factories/people'
import { acceptAward, makePayment, makeWinner } from '@/db/factories/settlement'
import { creditOf } from '@/domain/ledger/balances'
import { newId } from '@/lib/ids'
import { refundCredit } from './refund-credit'

afterAll(closeDatabase)

async function makeCase() {
  const winner = await makeWinner({ prices: [1_000_000n] })
  await acceptAward(winner.awardIds[0]!)
  await makePayment(winner.awardIds[0]!, 1_030_000n)
  const finance = await makePerson({ roles: ['finance-officer'] })
  const second = await makePerson({ roles: ['finance-officer'] })
  const input = { organisationId: winner.organisation.id, amount: '300', bankReference: newId('ref') }
  return { ...winner, finance, second, input }
}

describe('payment.refund', () => {
  test('sends a credit back by two people, once (R10.2)', async () => {
    const { finance, second, input, organisation } = await makeCase()
    const [one, other] = [
      await refundCredit(finance, input),
      await refundCredit(finance, { ...input, bankReference: newId('ref') }),
    ]
    expect(await approve(one, second)).toMatchObject({ ok: true })
    expect(await creditOf(database(), organisation.id)).toBe(0n)
    expect(await auditedAbout(organisation.id), 'R9.3').not.toContain(input.bankReference)
    expect(await approve(other, second)).toMatchObject({ error: { code: 'approval.changed' } })
  })

  test('refuses the role', async () => {
    const { person, input } = await makeCase()
    const officer = await makePerson({ roles: ['programme-officer'] })
    for (const actor of [person, officer])
      expect(await refundCredit(actor, input)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger: an organisation that is none', async () => {
    const { finance, input } = await makeCase()
    expect(await refundCredit(finance, { ...input, organisationId: newId('org') })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: more than there is', async () => {
    const { finance, input } = await makeCase()
    expect(await refundCredit(finance, { ...input, amount: '300.01' })).toMatchObject({
      error: { code: 'payment.over-credit', message: 'The customer’s credit is US$300.00.' },
    })
  })
})
