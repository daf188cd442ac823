import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { acceptAward, makePayment, makeWinner } from '@/db/factories/settlement'
import type { Person } from '@/lib/access/actor'
import { invoicePaper, receiptPaper } from './papers'
import { invoiceToDownload, moneyOfAward, receiptToDownload } from './queries'

afterAll(closeDatabase)

const made = {} as {
  owner: Person
  organisationId: string
  awardId: string
  invoiceId: string
  paymentId: string
}
beforeAll(async () => {
  const winner = await makeWinner({ prices: [1_000_000n], depositMinor: 250_000n })
  const awardId = winner.awardIds[0]!
  const { invoiceId } = await acceptAward(awardId)
  const { paymentId } = await makePayment(awardId, 100_000n)
  const { organisation, person: owner } = winner
  Object.assign(made, { owner, organisationId: organisation.id, awardId, invoiceId, paymentId })
})

describe('what an award costs, on screen (R10.2)', () => {
  test('the invoice, what arrived, what is open', async () => {
    const money = await moneyOfAward(made.owner, { awardId: made.awardId })
    expect(money).toMatchObject({
      invoice: { amountMinor: 1_000_000n },
      appliedMinor: 250_000n,
      openMinor: 650_000n,
      payments: [{ amountMinor: 100_000n }],
      mayDownload: true,
    })
  })

  test('an editor reads it and downloads nothing; a stranger does neither', async () => {
    const { organisationId, awardId, invoiceId } = made
    const editor = await makePerson({ member: { organisationId, roles: ['editor'] } })
    expect(await moneyOfAward(editor, { awardId })).toMatchObject({ mayDownload: false })
    expect(await invoiceToDownload(editor, { invoiceId })).toBeUndefined()
    const { person: stranger } = await makeApplicant()
    expect(await moneyOfAward(stranger, { awardId })).toBeUndefined()
    expect(await invoiceToDownload(stranger, { invoiceId })).toBeUndefined()
  })
})

describe('the papers', () => {
  test('are for an owner, finance and the auditor', async () => {
    const { owner, invoiceId, paymentId } = made
    const others = [
      await makePerson({ roles: ['finance-officer'] }),
      await makePerson({ roles: ['auditor'] }),
    ]
    for (const person of [owner, ...others]) {
      expect(await invoiceToDownload(person, { invoiceId })).toBeDefined()
      expect(await receiptToDownload(person, { paymentId })).toBeDefined()
    }
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await invoiceToDownload(officer, { invoiceId })).toBeUndefined()
    expect(await receiptToDownload(officer, { paymentId })).toBeUndefined()
  })

  test('say the same amounts as the rows, and stay the same when more arrives', async () => {
    const { owner, invoiceId, paymentId, awardId } = made
    const read = async () => (await invoiceToDownload(owner, { invoiceId }))!
    const { invoice, appliedMinor } = await read()
    const paper = invoicePaper(invoice, appliedMinor)
    expect(paper.lines.map(({ amount }) => amount)).toEqual(['10,000.00', '−2,500.00'])
    expect(paper.total.amount).toBe('7,500.00')
    const receipt = (await receiptToDownload(owner, { paymentId }))!
    expect(receiptPaper(receipt.payment, receipt.invoice).total.amount).toBe('1,000.00')
    await makePayment(awardId, 800_000n)
    const later = await read()
    expect(invoicePaper(later.invoice, later.appliedMinor)).toEqual(paper)
  })

  test('a receipt says what was paid beyond what was due', async () => {
    const { paymentId } = await makePayment(made.awardId, 5_000n)
    const { payment, invoice } = (await receiptToDownload(made.owner, { paymentId }))!
    const amounts = receiptPaper(payment, invoice).lines.map(({ amount }) => amount)
    expect(amounts).toEqual(['0.00', '50.00'])
  })
})
