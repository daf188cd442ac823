import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { deposits } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { bankEntries } from '@/db/schema/settlement'
import { issueInvoice } from '@/domain/invoices/issue-invoice'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { countBankFile } from '@/domain/payments/count-file'
import { readBankFile } from '@/domain/payments/read-file'
import { type Received, receivePayment } from '@/domain/payments/receive-payment'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { formatPlain } from '@/lib/money'
import { makeSubmittedApplication } from './applications'
import { approve } from './approvals'
import { makeApplicant, makePerson } from './people'
import { makeRound } from './rounds'

const DAY = 86_400_000

/** A deposit that arrived, on both sides of the ledger. */
export async function makeDeposit(of: { roundId: string; organisationId: string }, amountMinor: bigint) {
  const at = processNow()
  const id = newId('dep', at)
  await database().transaction(async (tx) => {
    await tx
      .insert(deposits)
      .values({ id, ...of, amountMinor, bankReference: id, receivedAt: at, recordedAt: at })
    await postTransaction(tx, {
      kind: 'deposit-received',
      cause: id,
      at,
      entries: [
        { account: 'bank', amountMinor },
        { account: 'deposits-held', amountMinor: -amountMinor, ...of },
      ],
    })
  })
}

export type MadeWinner = {
  organisation: { id: string; legalName: string }
  /** Owner, editor and bidder. */
  person: Person
  roundId: string
  awardIds: string[]
}

/** One organisation that won a name for each price in one final round, `offered`, under one deposit. */
export async function makeWinner(wanted: {
  prices: readonly bigint[]
  depositMinor?: bigint
  /** Present: this organisation and person won. */
  applicant?: Pick<MadeWinner, 'organisation' | 'person'>
}): Promise<MadeWinner> {
  const applicant = wanted.applicant ?? (await makeApplicant())
  const round = await makeRound({ state: 'final', labels: wanted.prices.length })
  const at = processNow()
  const awardIds: string[] = []
  for (const [index, priceMinor] of wanted.prices.entries()) {
    const lotId = round.lots[index]!.id
    const application = await makeSubmittedApplication({ lotId, applicant })
    const id = newId('awd', at)
    await database()
      .insert(awards)
      .values({
        ...{ id, lotId, roundId: round.id, label: application.label, applicationId: application.id },
        ...{ organisationId: applicant.organisation.id, registrarIanaId: application.registrarIanaId },
        ...{ rank: 0, priceMinor, state: 'offered', stateSince: at, offeredAt: at },
        acceptBy: new Date(at.getTime() + 7 * DAY),
        payBy: new Date(at.getTime() + 28 * DAY),
      })
    awardIds.push(id)
  }
  const of = { roundId: round.id, organisationId: applicant.organisation.id }
  if (wanted.depositMinor) await makeDeposit(of, wanted.depositMinor)
  return { ...applicant, roundId: round.id, awardIds }
}

/** The award as accepted just now, with its invoice; what the deposit covers is applied. */
export async function acceptAward(awardId: string) {
  const at = processNow()
  return database().transaction(async (tx) => {
    await tx
      .update(awards)
      .set({ state: 'accepted', acceptedAt: at, stateSince: at })
      .where(eq(awards.id, awardId))
    return issueInvoice(tx, { award: { id: awardId }, at })
  })
}

/** Money that reached the bank for an award. */
export async function makePayment(awardId: string, amountMinor: bigint): Promise<Received> {
  return database().transaction((tx) =>
    receivePayment(tx, {
      ...{ awardId, amountMinor, method: 'by-hand', reference: newId('ref'), at: processNow() },
      ...{ receivedOn: '2026-01-05', from: 'bank' },
    }),
  )
}

/** Ends an award directly, as a default leaves it. */
export async function endAward(awardId: string): Promise<void> {
  const at = processNow()
  await database()
    .update(awards)
    .set({ state: 'defaulted', stateSince: at, endedAt: at, endReason: 'Trial' })
    .where(eq(awards.id, awardId))
}

type Booked = {
  amount: string
  message: string
  reference?: string
  payer?: string
  currency?: string
  direction?: 'CRDT' | 'DBIT'
  bookedOn?: string
}

/** A camt.053 statement of one day, as a bank sends it. */
export function camtFile(entries: readonly Booked[]): string {
  const list = entries.map(
    ({
      amount,
      message,
      reference,
      payer = 'Example Payer',
      currency = 'USD',
      direction = 'CRDT',
      bookedOn = '2026-01-05',
    }) =>
      `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${bookedOn}</Dt></BookgDt><AcctSvcrRef>${reference ?? newId('ref')}</AcctSvcrRef>
<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr></RltdPties>
<RmtInf><Ustrd>${message}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>${newId('stm')}</Id>
<Acct><Id><IBAN>US00EXAMPLE0001</IBAN></Id></Acct>
${list.join('\n')}
</Stmt></BkToCstmrStmt></Document>`
}

/** A receipt that a bank file brought and that names nothing. */
export async function makeUnmatched(amountMinor: bigint): Promise<string> {
  const finance = await makePerson({ roles: ['finance-officer'] })
  const file = camtFile([{ amount: formatPlain(amountMinor), message: 'for us' }])
  const read = await readBankFile(finance, fileInput(file))
  if (!read.ok) throw new Error(read.error.code)
  const second = await makePerson({ roles: ['finance-officer'] })
  const counted = await approve(await countBankFile(finance, read.value), second)
  if (!counted.ok) throw new Error(counted.error.code)
  const [entry] = await database()
    .select()
    .from(bankEntries)
    .where(eq(bankEntries.bankFileId, read.value.bankFileId))
  return entry!.id
}

/** A file as `payment.read-file` takes it. */
export function fileInput(text: string, fileName = 'statement.xml') {
  return { fileName, content: Buffer.from(text).toString('base64') }
}
