import type { Change } from '@/db/schema/system'
import { env } from '@/env'
import type { Proposal } from '@/lib/door/definition'
import { hashOf } from '@/lib/hash'
import { formatMoney } from '@/lib/money'
import type { Sorted } from './sort-receipts'
import { isNamedAccount } from './statements/named-account'

type Fresh = Sorted['fresh'][number]

/** What the second person is asked when a bank file is to be counted: count and sum of each kind, and the accounts. */
export function proposeCount(
  file: { id: string; fileName: string; sha256: string },
  { fresh }: Sorted,
): Proposal {
  const total = sumOf(fresh)
  const kinds = [
    ['Paid to invoices', fresh.filter(({ match }) => match.kind === 'reference' || match.kind === 'number')],
    ['Deposits', fresh.filter(({ match }) => match.kind === 'deposit')],
    ['Payouts of the payment service', fresh.filter(({ match }) => match.kind === 'payout')],
    ['Without a match', fresh.filter(({ match }) => match.kind === 'none')],
  ] as const
  return {
    object: file.id,
    summary: `Count the bank file ${file.fileName || 'without a name'}: ${receipts(fresh)}, ${formatMoney(total)}`,
    typed: formatMoney(total),
    reason: `SHA-256 of the file: ${file.sha256}`,
    changes: [
      ...kinds.map(([what, of]) => ({
        ...{ what, before: '' },
        after: of.length === 0 ? 'None' : `${receipts(of)}, ${formatMoney(sumOf(of))}`,
      })),
      ...accountsOf(fresh),
    ],
    fingerprint: [file.sha256, hashOf(fresh.map(countedAs))],
  }
}

const receipts = ({ length }: readonly Fresh[]) => (length === 1 ? '1 receipt' : `${length} receipts`)

const sumOf = (fresh: readonly Fresh[]) =>
  fresh.reduce((total, { receipt }) => total + receipt.amountMinor, 0n)

/** Each account that the file is of; one that the programme does not name to payers is said to be such. */
function accountsOf(fresh: readonly Fresh[]): Change[] {
  return [...new Set(fresh.map(({ receipt }) => receipt.account))].map((account) => ({
    what: 'Account',
    before: '',
    after:
      isNamedAccount(account, env.BANK_DETAILS) === false
        ? `${account}: not the account that invoices name`
        : account,
  }))
}

/** What a receipt does when it is counted, apart from how much its invoice still asks for. */
function countedAs({ receipt, match }: Fresh) {
  const { account, reference, bookedOn, amountMinor } = receipt
  return [account, reference, bookedOn, amountMinor.toString(), match.kind, placeOf(match)]
}

function placeOf(match: Fresh['match']): string {
  if (match.kind === 'none') return ''
  if (match.kind === 'deposit') return `${match.applicant.roundId}|${match.applicant.organisationId}`
  if (match.kind === 'payout') return match.payout.eventId
  return `${match.invoice.awardId}|${match.invoice.over}`
}
