import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import {
  acceptAward,
  camtFile,
  endAward,
  fileInput,
  type MadeWinner,
  makeDeposit,
  makePayment,
  makeWinner,
} from '@/db/factories/settlement'
import { awards } from '@/db/schema/awards'
import { bankFiles, invoices, payments } from '@/db/schema/settlement'
import { approvals } from '@/db/schema/system'
import { MOST_DEPOSIT_MINOR } from '@/domain/deposits/rules'
import { inGroups } from '@/domain/invoices/creditor-reference'
import { balanceOf, creditOf, depositHeld, openOf } from '@/domain/ledger/balances'
import { type Person, systemActor } from '@/lib/access/actor'
import { newId } from '@/lib/ids'
import { countBankFile } from './count-file'
import { fileToCount } from './queries'
import { readBankFile } from './read-file'
import { recordOnlineEvent } from './record-online-event'
import { refundCredit } from './refund-credit'

afterAll(closeDatabase)

let kept: Promise<{ finance: Person; second: Person }> | undefined

/** Two people for every test: whoever asks, and another who approves. */
const people = () =>
  (kept ??= Promise.all([
    makePerson({ roles: ['finance-officer'] }),
    makePerson({ roles: ['programme-officer'] }),
  ]).then(([finance, second]) => ({ finance, second })))

let names: Promise<MadeWinner> | undefined
let used = 0

/** An invoice over US$10,000 of an organisation that has others: for tests that do not ask for its credit. */
async function nextInvoice() {
  names ??= makeWinner({ prices: Array.from({ length: 4 }, () => 1_000_000n) })
  const winner = await names
  return invoiceOf(winner, winner.awardIds[used++]!)
}

/** The same of an organisation of its own. */
async function makeInvoice() {
  const winner = await makeWinner({ prices: [1_000_000n] })
  return invoiceOf(winner, winner.awardIds[0]!)
}

async function invoiceOf(winner: MadeWinner, awardId: string) {
  await acceptAward(awardId)
  const [invoice] = await database().select().from(invoices).where(eq(invoices.awardId, awardId))
  return { ...winner, awardId, invoice: invoice! }
}

async function read(finance: Person, text: string): Promise<string> {
  const answer = await readBankFile(finance, fileInput(text))
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.bankFileId
}

/** Two people count it: one asks, another approves. */
async function count(finance: Person, bankFileId: string) {
  const { second } = await people()
  return approve(await countBankFile(finance, { bankFileId }), second)
}

const stateOf = async (id: string) =>
  (await database().select({ state: awards.state }).from(awards).where(eq(awards.id, id)))[0]?.state
const bank = () => balanceOf(database(), 'bank', {})

describe('payment.count-file', () => {
  test('pays what names an invoice, keeps the rest as unmatched, and leaves out what is no receipt (R10.2)', async () => {
    const { finance } = await people()
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
    expect(await count(finance, bankFileId)).toMatchObject({ value: { matched: 3, unmatched: 1 } })
    expect(await stateOf(one.awardId)).toBe('paid')
    expect(await creditOf(database(), one.organisation.id)).toBe(10_000n)
    expect(await openOf(database(), other.awardId)).toBe(750_000n)
    expect(await balanceOf(database(), 'unmatched-receipts', {})).toBe(-7_700n)
    expect((await bank()) - before).toBe(1_267_700n)
  })

  test('counts once, of two at the same moment too', async () => {
    const { finance } = await people()
    const { awardId, invoice } = await nextInvoice()
    const bankFileId = await read(finance, camtFile([{ amount: '100.00', message: invoice.number }]))
    const both = await Promise.all([count(finance, bankFileId), count(finance, bankFileId)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.filter(({ ok }) => !ok)).toHaveLength(1)
    expect(await countBankFile(finance, { bankFileId })).toMatchObject({
      error: { code: 'payment.file-counted' },
    })
    expect(await openOf(database(), awardId)).toBe(990_000n)
  })

  test('counts an entry once that two files have, though both are counted at once', async () => {
    const { finance } = await people()
    const { awardId, invoice } = await nextInvoice()
    const shared = { amount: '100.00', message: invoice.number, reference: newId('ref') }
    const files = [
      await read(finance, camtFile([shared, { amount: '1.00', message: invoice.number }])),
      await read(finance, camtFile([shared, { amount: '2.00', message: invoice.number }])),
    ]
    const asked = await Promise.all(files.map((bankFileId) => countBankFile(finance, { bankFileId })))
    const { second } = await people()
    const both = await Promise.all(asked.map((each) => approve(each, second)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'approval.changed' } })
    const left = files[both.findIndex(({ ok }) => !ok)]!
    expect(await count(finance, left)).toMatchObject({ value: { matched: 1 } })
    expect(await openOf(database(), awardId)).toBe(1_000_000n - 10_300n)
    expect(await database().select().from(payments).where(eq(payments.awardId, awardId))).toHaveLength(3)
    const third = await read(finance, camtFile([shared]))
    expect(await countBankFile(finance, { bankFileId: third })).toMatchObject({
      error: { code: 'payment.nothing-new' },
    })
  })

  test('sets a payment aside that comes when the award is over', async () => {
    const { finance } = await people()
    const { awardId, invoice, organisation } = await makeInvoice()
    await endAward(awardId)
    const bankFileId = await read(finance, camtFile([{ amount: '10000.00', message: invoice.number }]))
    expect(await count(finance, bankFileId)).toMatchObject({ ok: true })
    expect(await stateOf(awardId)).toBe('defaulted')
    expect(await creditOf(database(), organisation.id)).toBe(1_000_000n)
  })

  test('R16.3 one person alone counts nothing; the second is told how much of each kind, of which account', async () => {
    const { finance } = await people()
    const { awardId, invoice } = await nextInvoice()
    const bankFileId = await read(
      finance,
      camtFile([
        { amount: '10000.00', message: invoice.number },
        { amount: '77.00', message: 'thank you' },
        { amount: '3.00', message: 'thank you' },
      ]),
    )
    const asked = await countBankFile(finance, { bankFileId })
    expect(asked).toMatchObject({ ok: true, value: { approvalId: expect.any(String) } })
    expect(await approve(asked, finance)).toMatchObject({ error: { code: 'approval.own' } })
    expect(await stateOf(awardId)).toBe('accepted')
    const [request] = await database().select().from(approvals).where(eq(approvals.object, bankFileId))
    const [file] = await database().select().from(bankFiles).where(eq(bankFiles.id, bankFileId))
    expect(file?.countedAt).toBeNull()
    expect(request).toMatchObject({
      summary: 'Count the bank file statement.xml: 3 receipts, US$10,080.00',
      typed: 'US$10,080.00',
      reason: expect.stringContaining(file!.sha256),
      changes: [
        { what: 'Paid to invoices', after: '1 receipt, US$10,000.00' },
        { what: 'Deposits', after: 'None' },
        { what: 'Payouts of the payment service', after: 'None' },
        { what: 'Without a match', after: '2 receipts, US$80.00' },
        { what: 'Account', after: 'US00EXAMPLE0001' },
      ],
    })
    expect(await approve(asked, await makePerson({ roles: ['finance-officer'] }))).toMatchObject({ ok: true })
    expect(await stateOf(awardId)).toBe('paid')
  })

  test('a request is void once the file would count as something else', async () => {
    const { finance } = await people()
    const { awardId, invoice } = await nextInvoice()
    const bankFileId = await read(finance, camtFile([{ amount: '10000.00', message: invoice.number }]))
    const asked = await countBankFile(finance, { bankFileId })
    await endAward(awardId)
    expect(await approve(asked, await makePerson({ roles: ['finance-officer'] }))).toMatchObject({
      error: { code: 'approval.changed' },
    })
  })

  test('keeps as unmatched what would make a deposit larger than any may be (R7.2)', async () => {
    const { finance } = await people()
    const { roundId, organisation, reference } = await makeSubmittedApplication()
    const of = { roundId, organisationId: organisation.id }
    await makeDeposit(of, MOST_DEPOSIT_MINOR - 100n)
    const message = `Deposit ${reference}`
    const bankFileId = await read(
      finance,
      camtFile([
        { amount: '1.00', message },
        { amount: '0.01', message },
      ]),
    )
    expect(await count(finance, bankFileId)).toMatchObject({ value: { matched: 1, unmatched: 1 } })
    expect(await depositHeld(database(), of)).toBe(MOST_DEPOSIT_MINOR)
  })

  test('refuses the role', async () => {
    const { finance } = await people()
    const bankFileId = await read(finance, camtFile([{ amount: '1.00', message: '' }]))
    for (const role of ['programme-officer', 'auditor', 'administrator'] as const)
      expect(await countBankFile(await makePerson({ roles: [role] }), { bankFileId })).toMatchObject({
        error: { code: 'access.denied' },
      })
  })

  test('refuses the stranger: a file that is none', async () => {
    const { finance } = await people()
    expect(await countBankFile(finance, { bankFileId: newId('bnf') })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: when nothing in it is a receipt', async () => {
    const { finance } = await people()
    const bankFileId = await read(finance, camtFile([{ amount: '1.00', message: '', currency: 'CHF' }]))
    expect(await countBankFile(finance, { bankFileId })).toMatchObject({
      error: { code: 'payment.nothing-new' },
    })
  })

  test('a payout of the payment service goes from what was under way to the bank, once (R10.2)', async () => {
    const { finance } = await people()
    const externalId = newId('po')
    const sent = { kind: 'payout', externalId, reference: null, amountMinor: 77_777n, currency: 'usd' }
    const happenedAt = new Date('2026-01-03T22:00:00Z')
    expect(await recordOnlineEvent(systemActor('stripe'), { ...sent, happenedAt })).toMatchObject({
      ok: true,
    })
    const balances = async () => [await bank(), await balanceOf(database(), 'online-clearing', {})] as const
    const [before, clearing] = await balances()
    const line = { amount: '777.77', payer: 'STRIPE', message: 'Transfer' }
    const others = [{ ...line, bookedOn: '2026-03-01' }, { ...line, payer: 'Somebody else' }, line, line]
    const bankFileId = await read(finance, camtFile(others))
    expect((await fileToCount(finance, { bankFileId }))?.fresh.map(({ match }) => match)).toMatchObject([
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'payout', payout: { externalId } },
      { kind: 'none' },
    ])
    expect(await count(finance, bankFileId)).toMatchObject({ ok: true, value: { matched: 1, unmatched: 3 } })
    expect(await balances()).toEqual([before + 4n * 77_777n, clearing - 77_777n])
    const again = await fileToCount(finance, { bankFileId: await read(finance, camtFile([line])) })
    expect(again?.fresh).toMatchObject([{ match: { kind: 'none' } }])
  })

  test('money that left stands beside the refund that was recorded with its reference and amount (R10.2)', async () => {
    const { finance, second } = await people()
    const { awardId, organisation } = await makeInvoice()
    await makePayment(awardId, 1_000_000n + 12_345n)
    const bankReference = newId('ref')
    const refund = { organisationId: organisation.id, amount: '123.45', bankReference }
    expect(await approve(await refundCredit(finance, refund), second)).toMatchObject({ ok: true })
    const out = { direction: 'DBIT', message: 'Refund', reference: bankReference } as const
    const lines = [
      { ...out, amount: '999.00' },
      { ...out, amount: '123.45' },
      { ...out, amount: '123.45' },
    ]
    const page = await fileToCount(finance, { bankFileId: await read(finance, camtFile(lines)) })
    expect(page?.fresh).toEqual([])
    expect(page?.debits.map(({ sent }) => sent)).toEqual([
      null,
      { what: 'refund', organisation: organisation.legalName },
      null,
    ])
  })
})
