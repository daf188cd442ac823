import type { LedgerAccount, LedgerKind } from '@/db/schema/ledger'

/**
 * The chart of accounts (R10.2): fixed, one row for each account. Amounts are debit above zero and credit below; the
 * normal side says in which direction a balance is read for people.
 */
export type AccountFacts = { name: string; side: 'debit' | 'credit'; meaning: string }

export const chart: Record<LedgerAccount, AccountFacts> = {
  bank: { name: 'Bank', side: 'debit', meaning: 'Money on the Programme’s account.' },
  'online-clearing': {
    name: 'Online payments under way',
    side: 'debit',
    meaning: 'Paid online, not yet on the bank account.',
  },
  receivables: { name: 'Receivables', side: 'debit', meaning: 'What invoices still ask for.' },
  'unmatched-receipts': {
    name: 'Unmatched receipts',
    side: 'credit',
    meaning: 'Money that arrived and nobody knows yet for what.',
  },
  'deposits-held': {
    name: 'Deposits held',
    side: 'credit',
    meaning: 'Deposits of applicants, to be applied, forfeited or returned.',
  },
  'customer-credit': {
    name: 'Customer credit',
    side: 'credit',
    meaning: 'Paid beyond what was due, to be refunded.',
  },
  'programme-revenue': {
    name: 'Programme revenue',
    side: 'credit',
    meaning: 'Prices of awards that were accepted.',
  },
  'forfeited-deposits': {
    name: 'Forfeited deposits',
    side: 'credit',
    meaning: 'Deposits kept after a default (R10.3).',
  },
}

export const kindWords: Record<LedgerKind, string> = {
  'deposit-received': 'Deposit received',
  'deposit-corrected': 'Deposit corrected',
  'deposit-applied': 'Deposit applied to an invoice',
  'deposit-taken-back': 'Deposit taken back from an invoice',
  'deposit-forfeited': 'Deposit forfeited',
  'deposit-returned': 'Deposit returned',
  'invoice-issued': 'Invoice issued',
  'invoice-credited': 'Invoice taken back',
  'payment-received': 'Payment received',
  'payment-set-aside': 'Payment of an award that is over set aside',
  'payment-reversed': 'Online payment taken back',
  'payment-reinstated': 'Online payment given again',
  'payout-arrived': 'Payout of the payment service arrived',
  'receipt-unmatched': 'Unmatched receipt',
  'receipt-to-deposit': 'Unmatched receipt recorded as a deposit',
  'receipt-sent-back': 'Unmatched receipt sent back',
  'refund-sent': 'Refund sent',
}
