import { Checks } from '@/components/ui/checks'
import type { ReceiptVerdict } from '@/transcript/check-receipt'

/** What became of each receipt when it was held against the record. */
export function TellReceipts({ receipts }: { receipts: readonly ReceiptVerdict[] }) {
  const bad = receipts.filter(({ ok }) => !ok).length
  return (
    <section className="mt-12" aria-labelledby="receipts">
      <h2 id="receipts" className="mb-4">
        {bad === 0
          ? 'Your receipts fit the record'
          : `${bad} of ${receipts.length} receipts do not fit the record`}
      </h2>
      <Checks
        items={receipts.map(({ attempt, label, stated, found, ok }, index) => ({
          what: `${label ? `${label}.org` : 'Receipt'} ${index + 1}${stated ? `, ${stated}` : ''}`,
          found,
          verdict: ok ? ('passed' as const) : ('failed' as const),
          ...(attempt && { hash: attempt }),
        }))}
      />
    </section>
  )
}
