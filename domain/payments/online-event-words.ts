import type { OnlineEventKind } from '@/db/schema/settlement'

/** What the payment service did, and what follows where it is about a payment that the portal knows, or a payout. */
export const onlineEventWords: Record<OnlineEventKind, { what: string; next: string }> = {
  refund: {
    what: 'Paid back to the payer',
    next: 'What the invoice had taken is owed again. Ask the owner whether the award goes on.',
  },
  'refund-failed': { what: 'A refund that came back', next: 'It counts for the invoice again.' },
  dispute: {
    what: 'Taken for a dispute of the payer',
    next: 'What the invoice had taken is owed again. Answer the dispute at the payment service.',
  },
  'dispute-won': { what: 'Given again after a dispute', next: 'It counts for the invoice again.' },
  payout: { what: 'Sent to the bank', next: 'A bank file that has its line moves it to the bank account.' },
  'payout-failed': { what: 'Not taken by the bank', next: 'Look at the account at the payment service.' },
}

/** What finance does about it. `failed`: of a payout, that the bank did not take it in the end. */
export function nextOf(kind: OnlineEventKind, isKnown: boolean, failed = false): string {
  if (kind === 'payout' && failed) return 'The bank did not take it; the payment service sends it again.'
  return isKnown || kind.startsWith('payout')
    ? onlineEventWords[kind].next
    : 'The portal knows no such payment, so nothing moved here. Look at the payment service.'
}
