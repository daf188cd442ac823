import type { KnownInvoice } from '@/domain/payments/sort-receipts'
import { formatMoney } from '@/lib/money'

/** Invoices to choose from, those with something open first. */
export function invoiceOptions(invoices: readonly KnownInvoice[]): { value: string; label: string }[] {
  const open = ({ openMinor }: KnownInvoice) => (openMinor > 0n ? 0 : 1)
  return [...invoices]
    .sort((one, other) => open(one) - open(other) || one.number.localeCompare(other.number))
    .map(({ awardId, number, label, buyer, openMinor, over }) => ({
      value: awardId,
      label: `${number}, ${label}.org, ${buyer}: ${over ? 'nothing open, becomes credit' : `${formatMoney(openMinor)} open`}`,
    }))
}
