import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { acceptAward, camtFile, makeWinner } from '@/db/factories/settlement'
import { awards } from '@/db/schema/awards'
import { invoices } from '@/db/schema/settlement'
import { inGroups } from '@/domain/invoices/creditor-reference'
import { newId } from '@/lib/ids'
import { expect, test } from './fixtures/portal'
import { approve, requestOf } from './fixtures/two-people'

const stateOf = async (awardId: string) =>
  (await database().select({ state: awards.state }).from(awards).where(eq(awards.id, awardId)))[0]?.state

test('an invoice is downloaded, paid in part and beyond by a bank file, and the books balance', async ({
  signInAs,
}) => {
  const winner = await makeWinner({ prices: [1_250_000n], depositMinor: 250_000n })
  const awardId = winner.awardIds[0]!
  const { invoiceId, number } = await acceptAward(awardId)
  const [invoice] = await database().select().from(invoices).where(eq(invoices.id, invoiceId))

  const owner = await signInAs(winner.person)
  const paper = await owner.request.get(`/api/v1/invoices/${invoiceId}`)
  expect(paper.headers()).toMatchObject({ 'content-type': 'application/pdf' })
  expect((await paper.body()).subarray(0, 8).toString()).toBe('%PDF-1.7')

  const finance = await signInAs(await makePerson({ name: 'Fay Finance', roles: ['finance-officer'] }))
  const unknown = `for the club ${newId('note')}`
  const statement = camtFile([
    { amount: '4000.00', message: inGroups(invoice!.reference), payer: 'Example Club' },
    { amount: '6500.00', message: `Invoice ${number}`, payer: 'Example Club' },
    { amount: '33.00', message: unknown, payer: 'Someone' },
  ])
  const bring = async () => {
    await finance.goto('/admin/payments')
    await finance
      .getByLabel('Bank file', { exact: true })
      .and(finance.locator('input'))
      .setInputFiles({ name: `${invoiceId}.xml`, mimeType: 'text/xml', buffer: Buffer.from(statement) })
    await finance.getByRole('button', { name: 'Read the file' }).click()
  }
  await bring()
  await expect(finance.getByText(/A part; US\$10,000\.00 is open/)).toHaveCount(2)
  await expect(finance.getByText('The message names no invoice.')).toBeVisible()
  expect(await stateOf(awardId)).toBe('accepted')
  await finance.getByRole('button', { name: 'Ask a second person to count these' }).click()
  const count = await requestOf(finance)
  expect(await stateOf(awardId)).toBe('accepted')
  const second = await signInAs(await makePerson({ roles: ['finance-officer'] }))
  await approve(second, count)
  expect(await stateOf(awardId)).toBe('paid')

  await bring()
  await expect(finance.getByText('This very file was read before.')).toBeVisible()

  await finance.getByRole('link', { name: winner.organisation.legalName }).click()
  await finance.getByRole('textbox', { name: 'Reference of the transfer' }).fill('SWIFT 8')
  await finance.getByRole('button', { name: 'Ask a second person' }).click()
  const request = await requestOf(finance)
  await approve(second, request)
  await finance.goto('/admin/payments')
  await expect(finance.getByRole('link', { name: winner.organisation.legalName })).toHaveCount(0)
  await expect(finance.getByText(unknown)).toBeVisible()

  await finance.goto('/admin/ledger')
  await expect(finance.getByText('Debit equals credit')).toBeVisible()
})
