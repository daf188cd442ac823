import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { camtFile, fileInput, makeUnmatched } from '@/db/factories/settlement'
import { balanceOf, depositHeld } from '@/domain/ledger/balances'
import { countBankFile } from '@/domain/payments/count-file'
import { readBankFile } from '@/domain/payments/read-file'
import { newId } from '@/lib/ids'
import { assignDeposit } from './assign-receipt'
import { depositsOfRound } from './queries'

afterAll(closeDatabase)

async function makeCase() {
  const application = await makeSubmittedApplication()
  const finance = await makePerson({ roles: ['finance-officer'] })
  const second = await makePerson({ roles: ['programme-officer'] })
  const reason = 'The payer sent us the receipt of the transfer.'
  const input = { bankEntryId: await makeUnmatched(2_500_000n), applicationId: application.id, reason }
  const of = { roundId: application.roundId, organisationId: application.organisation.id }
  return { application, finance, second, input, of }
}

describe('deposit.assign-receipt', () => {
  test('records an unmatched receipt as a deposit, once, and the bank counts it once (R7.2)', async () => {
    const { finance, second, input, of } = await makeCase()
    const bank = await balanceOf(database(), 'bank', {})
    const [one, other] = [await assignDeposit(finance, input), await assignDeposit(second, input)]
    expect(other).toMatchObject({ error: { code: 'access.denied' } })
    expect(await approve(one, second)).toMatchObject({ ok: true })
    expect(await depositHeld(database(), of)).toBe(2_500_000n)
    expect(await balanceOf(database(), 'bank', {})).toBe(bank)
    expect((await depositsOfRound(finance, of))?.applicants[0]?.totalMinor).toBe(2_500_000n)
    expect(await assignDeposit(finance, input)).toMatchObject({ error: { code: 'payment.assigned' } })
  })

  test('is not needed where the payer quotes an application: the file counts it as the deposit', async () => {
    const { finance, second, application, of } = await makeCase()
    const file = camtFile([{ amount: '25000.00', message: `Deposit ${application.reference}` }])
    const read = await readBankFile(finance, fileInput(file))
    const { bankFileId } = (read as { value: { bankFileId: string } }).value
    expect(await approve(await countBankFile(finance, { bankFileId }), second)).toMatchObject({
      value: { matched: 1, unmatched: 0 },
    })
    expect(await depositHeld(database(), of)).toBe(2_500_000n)
  })

  test('refuses the role', async () => {
    const { application, input } = await makeCase()
    expect(await assignDeposit(application.person, input)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger: an application or a receipt that is none', async () => {
    const { finance, input } = await makeCase()
    for (const change of [{ applicationId: newId('app') }, { bankEntryId: newId('bne') }])
      expect(await assignDeposit(finance, { ...input, ...change })).toMatchObject({
        error: { code: 'thing.not-found' },
      })
  })

  test('refuses the moment: once bidding has opened', async () => {
    const { finance, input } = await makeCase()
    const lotId = (await makeRound({ state: 'bidding' })).lots[0]!.id
    const { id: applicationId } = await makeSubmittedApplication({ lotId })
    expect(await assignDeposit(finance, { ...input, applicationId })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
  })
})
