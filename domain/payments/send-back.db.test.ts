import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { auditedAbout } from '@/db/factories/audited'
import { makePerson } from '@/db/factories/people'
import { makeUnmatched } from '@/db/factories/settlement'
import { balanceOf } from '@/domain/ledger/balances'
import { newId } from '@/lib/ids'
import { paymentsDesk } from './queries'
import { sendBack } from './send-back'

afterAll(closeDatabase)

async function makeCase() {
  const finance = await makePerson({ roles: ['finance-officer'] })
  const second = await makePerson({ roles: ['programme-officer'] })
  const input = { bankEntryId: await makeUnmatched(48_000n), bankReference: newId('ref') }
  return { finance, second, input }
}

describe('payment.send-back', () => {
  test('clears a receipt that is for nothing of ours, once (R10.2)', async () => {
    const { finance, second, input } = await makeCase()
    const unmatched = () => balanceOf(database(), 'unmatched-receipts', {})
    const waiting = async () =>
      (await paymentsDesk(finance, undefined))?.unmatched.map(({ entry }) => entry.id)
    const before = await unmatched()
    expect(await waiting()).toContain(input.bankEntryId)
    const asked = await sendBack(finance, input)
    expect(await approve(asked, second)).toMatchObject({ ok: true })
    expect(await unmatched()).toBe(before + 48_000n)
    expect(await auditedAbout(input.bankEntryId), 'R9.3').not.toContain(input.bankReference)
    expect(await waiting()).not.toContain(input.bankEntryId)
    expect(await sendBack(finance, input)).toMatchObject({ error: { code: 'payment.assigned' } })
  })

  test('refuses the role', async () => {
    const { second, input } = await makeCase()
    for (const actor of [second, await makePerson({ roles: ['auditor'] })])
      expect(await sendBack(actor, input)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger: a receipt that is none', async () => {
    const { finance, input } = await makeCase()
    expect(await sendBack(finance, { ...input, bankEntryId: newId('bne') })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: without the bank’s reference', async () => {
    const { finance, input } = await makeCase()
    expect(await sendBack(finance, { ...input, bankReference: ' ' })).toMatchObject({
      error: { code: 'input.invalid', fields: { bankReference: expect.any(String) } },
    })
  })
})
