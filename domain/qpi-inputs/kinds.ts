import type { QpiFileKind } from '@/db/schema/qpi'
import { transactionColumns } from '@/domain/qpi/transaction-columns'

/** Kinds of files that count names of a registrar, and what their columns after the id are called (R15.3). */
export const countColumns = {
  usage: ['used', 'domains'],
  ssl: ['secured', 'domains'],
  dnssec: ['signed', 'domains'],
  renewal: ['renewed', 'expiring'],
} as const
export type CountKind = keyof typeof countColumns

export const isCountKind = (kind: QpiFileKind): kind is CountKind => Object.hasOwn(countColumns, kind)

type KindWords = { name: string; hint: string }

export const fileKindWords = {
  transactions: {
    name: 'Transactions report',
    hint: 'ICANN’s per-registrar report, as org-transactions-202608-en.csv.',
  },
  abuse: {
    name: 'Abuse listing',
    hint: 'URLhaus or PhishTank as they publish it, or the columns domain,first-seen,mitigated,class.',
  },
  holders: { name: 'Registrars of listed names', hint: 'The columns domain,iana-id.' },
  usage: { name: 'Usage', hint: 'The columns iana-id,used,domains.' },
  ssl: { name: 'SSL', hint: 'The columns iana-id,secured,domains.' },
  dnssec: { name: 'DNSSEC', hint: 'The columns iana-id,signed,domains.' },
  renewal: { name: 'Renewal cohorts', hint: 'The columns iana-id,renewed,expiring.' },
} as const satisfies Record<QpiFileKind, KindWords>

/** Of these kinds files of different sources count side by side; of the others the last file of the month counts. */
export const countsBySource = (kind: QpiFileKind) => kind === 'abuse' || kind === 'holders'

/** What the figures of a row are called, in their order. */
export function columnsOf(kind: QpiFileKind): readonly string[] {
  if (kind === 'transactions') return transactionColumns.slice(2)
  return isCountKind(kind) ? countColumns[kind] : []
}

/** The month a file’s name gives: `org-transactions-202608-en.csv` → `2026-08`. */
export function monthOfName(fileName: string): string | undefined {
  const [, year, month] = /(?:^|[^0-9])(\d{4})-?(0[1-9]|1[0-2])(?:[^0-9]|$)/.exec(fileName) ?? []
  return year && month ? `${year}-${month}` : undefined
}
