import { Checks } from '@/components/ui/checks'
import type { SealedFileVerdict } from '@/transcript/check-own-receipt'
import type { ReceiptVerdict } from '@/transcript/check-receipt'

/** What became of each receipt, and of each sealed bid that was dropped. `isAlone`: without a transcript to hold against. */
export function TellReceipts({
  receipts,
  sealed,
  isAlone,
}: {
  receipts: readonly ReceiptVerdict[]
  sealed: readonly SealedFileVerdict[]
  isAlone: boolean
}) {
  if (receipts.length === 0 && sealed.length === 0) return null
  return (
    <section className="mt-12" aria-labelledby="receipts">
      <h2 id="receipts" className="mb-4">
        {titleOf(receipts, sealed, isAlone)}
      </h2>
      <Checks
        items={[
          ...receipts.map(({ attempt, label, stated, found, ok }, index) => ({
            what: `${label ? `${label}.org` : 'Receipt'} ${index + 1}${stated ? `, ${shorten(stated)}` : ''}`,
            found,
            verdict: ok ? ('passed' as const) : ('failed' as const),
            ...(attempt && { hash: `…${attempt.slice(-8)}` }),
          })),
          ...sealed.map(({ name, sha256, ok, found }) => ({
            what: `Sealed bid, ${name}`,
            found,
            verdict: ok ? ('passed' as const) : ('failed' as const),
            hash: `${sha256.slice(0, 8)}…`,
          })),
        ]}
      />
    </section>
  )
}

function titleOf(
  receipts: readonly ReceiptVerdict[],
  sealed: readonly SealedFileVerdict[],
  isAlone: boolean,
): string {
  const bad = [...receipts, ...sealed].filter(({ ok }) => !ok).length
  if (receipts.length === 0) return bad === 0 ? 'Your sealed bid is known' : 'Not every sealed bid is known'
  if (bad > 0) return `${bad} of ${receipts.length + sealed.length} do not fit`
  if (!isAlone) return 'Your receipts fit the record'
  return receipts.every(({ entry }) => entry !== null)
    ? 'Your receipts stand in the log'
    : 'Your receipts are signed'
}

/** A hash by its first eight letters. */
function shorten(stated: string): string {
  return stated.replace(/\b([0-9a-f]{8})[0-9a-f]{56}\b/, '$1…')
}
