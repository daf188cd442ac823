import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { acceptAward, camtFile, fileInput, makeWinner } from '@/db/factories/settlement'
import { awards } from '@/db/schema/awards'
import { invoices, payments } from '@/db/schema/settlement'
import { inGroups } from '@/domain/invoices/creditor-reference'
import { balanceOf, creditOf, openOf } from '@/domain/ledger/balances'
import type { Person } from '@/lib/access/actor'
import { newId } from '@/lib/ids'
import { countBankFile } from './count-file'
import { readBankFile } from './read-file'

afterAll(closeDatabase)

async function makeInvoice(priceMinor = 1_000_000n) {
  const winner = await makeWinner({ prices: [priceMinor] })
  const awardId = winner.awardIds[0]!
  await acceptAward(awardId)
  const [invoice] = await database().select().from(invoices).where(eq(invoices.awardId, awardId))
  return { ...winner, awardId, invoice: invoice! }
}

async function read(finance: Person, text: string): Promise<string> {
  const answer = await readBankFile(finance, fileInput(text))
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.bankFileId
}

const stateOf = async (id: string) =>
  (await database().select({ state: awards.state }).from(awards).where(eq(awards.id, id)))[0]?.state
const bank = () => balanceOf(database(), 'bank', {})

describe('payment.count-file', () => {
  test('pays what names an invoice, keeps the rest as unmatched, and leaves out what is no receipt (R10.2)', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    const [one, other] = [await makeInvoice(), await makeInvoice()]
    const before = await bank()
    const bankFileId = await read(
      finance,
      camtFile([
        { amount: '4000.00', message: inGroups(one.invoice.reference) },
        { amount: '6100.00', message: one.invoice.number },
        { amount: '2500.00', message: `RF ${other.invoice.reference.slice(2)}` },
        { amount: '77.00', message: 'thank you' },
        { amount: '9.00', message: other.invoice.number, currency: 'EUR' },
        { amount: '5.00', message: 'fees', direction: 'DBIT' },
      ]),
    )
    expect(await countBankFile(finance, { bankFileId })).toMatchObject({
      value: { matched: 3, unmatched: 1 },
    })
    expect(await stateOf(one.awardId)).toBe('paid')
    expect(await creditOf(database(), one.organisation.id)).toBe(10_000n)
    expect(await openOf(database(), other.awardId)).toBe(750_000n)
    expect(await balanceOf(database(), 'unmatched-receipts', {})).toBe(-7_700n)
    expect((await bank()) - before).toBe(1_267_700n)
  })

  test('counts once, of two at the same moment too', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    const { awardId, invoice } = await makeInvoice()
    const bankFileId = await read(finance, camtFile([{ amount: '100.00', message: invoice.number }]))
    const both = await Promise.all([
      countBankFile(finance, { bankFileId }),
      countBankFile(finance, { bankFileId }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'payment.file-counted' } })
    expect(await openOf(database(), awardId)).toBe(990_000n)
  })

  test('counts an entry once that two files have, though both are counted at once', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    const { awardId, invoice } = await makeInvoice()
    const shared = { amount: '100.00', message: invoice.number, reference: newId('ref') }
    const files = [
      await read(finance, camtFile([shared, { amount: '1.00', message: invoice.number }])),
      await read(finance, camtFile([shared, { amount: '2.00', message: invoice.number }])),
    ]
    const both = await Promise.all(files.map((bankFileId) => countBankFile(finance, { bankFileId })))
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await openOf(database(), awardId)).toBe(1_000_000n - 10_300n)
    expect(await database().select().from(payments).where(eq(payments.awardId, awardId))).toHaveLength(3)
    const third = await read(finance, camtFile([shared]))
    expect(await countBankFile(finance, { bankFileId: third })).toMatchObject({
      error: { code: 'payment.nothing-new' },
    })
  })

  test('sets a payment aside that comes when the award is over', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    const { awardId, invoice, organisation } = await makeInvoice()
    await database()
      .update(awards)
      .set({ state: 'defaulted', endedAt: new Date(0), endReason: 'Trial' })
      .where(eq(awards.id, awardId))
    const bankFileId = await read(finance, camtFile([{ amount: '10000.00', message: invoice.number }]))
    expect(await countBankFile(finance, { bankFileId })).toMatchObject({ ok: true })
    expect(await stateOf(awardId)).toBe('defaulted')
    expect(await creditOf(database(), organisation.id)).toBe(1_000_000n)
  })

  test('refuses the role', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    const bankFileId = await read(finance, camtFile([{ amount: '1.00', message: '' }]))
    for (const role of ['programme-officer', 'auditor', 'administrator'] as const)
      expect(await countBankFile(await makePerson({ roles: [role] }), { bankFileId })).toMatchObject({
        error: { code: 'access.denied' },
      })
  })

  test('refuses the stranger: a file that is none', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    expect(await countBankFile(finance, { bankFileId: newId('bnf') })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: when nothing in it is a receipt', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    const bankFileId = await read(finance, camtFile([{ amount: '1.00', message: '', currency: 'CHF' }]))
    expect(await countBankFile(finance, { bankFileId })).toMatchObject({
      error: { code: 'payment.nothing-new' },
    })
  })
})
