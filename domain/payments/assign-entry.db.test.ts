import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { acceptAward, camtFile, fileInput, makeWinner } from '@/db/factories/settlement'
import { bankEntries } from '@/db/schema/settlement'
import { balanceOf, openOf } from '@/domain/ledger/balances'
import { newId } from '@/lib/ids'
import { assignEntry } from './assign-entry'
import { countBankFile } from './count-file'
import { readBankFile } from './read-file'

afterAll(closeDatabase)

async function makeCase() {
  const winner = await makeWinner({ prices: [1_000_000n] })
  const awardId = winner.awardIds[0]!
  await acceptAward(awardId)
  const finance = await makePerson({ roles: ['finance-officer'] })
  const second = await makePerson({ roles: ['programme-officer'] })
  const read = await readBankFile(finance, fileInput(camtFile([{ amount: '2500.00', message: 'for us' }])))
  const { bankFileId } = (read as { value: { bankFileId: string } }).value
  await approve(await countBankFile(finance, { bankFileId }), second)
  const [entry] = await database().select().from(bankEntries).where(eq(bankEntries.bankFileId, bankFileId))
  const reason = 'The payer wrote to us and named the invoice.'
  return { ...winner, awardId, finance, second, input: { bankEntryId: entry!.id, awardId, reason } }
}

describe('payment.assign', () => {
  test('pays an unmatched receipt to its invoice, once (R10.2)', async () => {
    const { finance, second, input, awardId } = await makeCase()
    const before = await balanceOf(database(), 'unmatched-receipts', {})
    const asked = await assignEntry(finance, input)
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
    expect(await approve(asked, second)).toMatchObject({ ok: true })
    expect(await openOf(database(), awardId)).toBe(750_000n)
    expect(await balanceOf(database(), 'unmatched-receipts', {})).toBe(before + 250_000n)
    expect(await assignEntry(finance, input)).toMatchObject({ error: { code: 'payment.assigned' } })
  })

  test('refuses the role', async () => {
    const { person, second, input } = await makeCase()
    for (const actor of [person, second])
      expect(await assignEntry(actor, input)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger: a receipt or an award that is none', async () => {
    const { finance, input } = await makeCase()
    for (const change of [{ bankEntryId: newId('bne') }, { awardId: newId('awd') }])
      expect(await assignEntry(finance, { ...input, ...change })).toMatchObject({
        error: { code: 'thing.not-found' },
      })
  })

  test('refuses the moment: an award that was not accepted', async () => {
    const { finance, input } = await makeCase()
    const { awardIds } = await makeWinner({ prices: [1_000_000n] })
    expect(await assignEntry(finance, { ...input, awardId: awardIds[0]! })).toMatchObject({
      error: { code: 'payment.no-invoice' },
    })
  })
})
