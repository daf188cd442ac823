import { and, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { camtFile, fileInput } from '@/db/factories/settlement'
import { invoices } from '@/db/schema/settlement'
import { returnDeposits } from '@/domain/deposits/return-deposits'
import { inGroups } from '@/domain/invoices/creditor-reference'
import { countBankFile } from '@/domain/payments/count-file'
import { readBankFile } from '@/domain/payments/read-file'
import { byTwo, done, type Story, type World } from '../world'
import type { OpenedRound } from './open-round'

/**
 * What reaches the bank after the first round: a part of the price of b2, and something that nobody can place yet. Then the
 * deposits that nobody needs any more go back.
 */
export async function* receiveMoney(
  { fiona, miro }: World,
  round: OpenedRound,
  on: (days: number, time: string) => Date,
): Story {
  yield on(-14, '09:40')
  const [invoice] = await database()
    .select()
    .from(invoices)
    .where(and(eq(invoices.roundId, round.id), eq(invoices.label, 'b2')))
  const bookedOn = on(-15, '12:00').toISOString().slice(0, 10)
  const file = camtFile([
    {
      ...{ amount: '200.00', reference: '7300114-1', bookedOn },
      ...{ message: inGroups(invoice!.reference), payer: invoice!.buyer.legalName },
    },
    {
      amount: '480.00',
      reference: '7300114-2',
      bookedOn,
      message: 'Thank you for last time',
      payer: 'J. Doe',
    },
    { amount: '35.00', reference: '7300114-3', bookedOn, message: 'Wire fee', direction: 'DBIT' },
  ])
  const { bankFileId } = await done(readBankFile(fiona, fileInput(file, `statement-${bookedOn}.xml`)))
  await byTwo(countBankFile(fiona, { bankFileId }), miro)
  yield on(-13, '16:05')
  await byTwo(returnDeposits(fiona, { roundId: round.id, bankReference: 'Batch 7300129' }), miro)
}
