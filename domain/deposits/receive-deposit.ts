import type { Tx } from '@/db/client'
import { deposits } from '@/db/schema/applications'
import type { LedgerKind } from '@/db/schema/ledger'
import { postTransaction } from '@/domain/ledger/post-transaction'
import { newId } from '@/lib/ids'

type Arrived = {
  roundId: string
  organisationId: string
  /** Below zero: a correction. */
  amountMinor: bigint
  bankReference: string
  /** The day on the statement, as 2026-12-01. */
  receivedOn: string
  at: Date
  kind: Extract<LedgerKind, 'deposit-received' | 'deposit-corrected' | 'receipt-to-deposit'>
  /** For a receipt that was unmatched before: its id, so that it is placed once. */
  bankEntryId?: string
}

/** Records a deposit with both its sides. The caller has locked the round and the organisation’s money. @returns its id */
export async function receiveDeposit(tx: Tx, arrived: Arrived): Promise<string> {
  const { roundId, organisationId, amountMinor, bankReference, receivedOn, at, kind, bankEntryId } = arrived
  const id = newId('dep', at)
  const receivedAt = new Date(`${receivedOn}T00:00:00Z`)
  await tx
    .insert(deposits)
    .values({ id, roundId, organisationId, amountMinor, bankReference, receivedAt, recordedAt: at })
  await postTransaction(tx, {
    ...{ kind, cause: bankEntryId ?? id, at },
    entries: [
      { account: bankEntryId ? 'unmatched-receipts' : 'bank', amountMinor },
      { account: 'deposits-held', amountMinor: -amountMinor, organisationId, roundId },
    ],
  })
  return id
}
