import { DefinitionList } from '@/components/ui/definition-list'
import type { MyWeight } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'

const WHOLE = 10_000n

/**
 * What one's own plan does with one's own bid, in figures (R7.6): how much the bid counts for, and what it would pay
 * against a rival of the same amount whose plan adds nothing. Amounts are whole cents; the coefficient is basis points.
 */
export function OwnWeight({
  weight: { scoreHundredths, coefficientBp },
  reserveMinor,
  amountMinor,
}: {
  weight: MyWeight
  reserveMinor: bigint
  amountMinor: bigint
}) {
  const factor = WHOLE + BigInt(coefficientBp)
  const counts = (amountMinor * factor) / WHOLE
  const least = (amountMinor * WHOLE + factor - 1n) / factor
  const pays = least > reserveMinor ? least : reserveMinor
  const amount = formatMoney(amountMinor)
  return (
    <section className="mb-8">
      <h2>What your plan adds</h2>
      <DefinitionList
        figures
        items={[
          { term: 'Score of your plan', value: `${(scoreHundredths / 100).toFixed(2)} of 100` },
          { term: 'Your coefficient', value: `${(coefficientBp / 100).toFixed(2)} %` },
          { term: `A bid of ${amount} counts as`, value: formatMoney(counts), key: 'counts' },
        ]}
      />
      <p className="small soft mt-3">
        {coefficientBp === 0
          ? 'Your plan is at the pass line: your bid counts as it is.'
          : `For example, if another bidder whose plan adds nothing also bids ${amount}, you win and pay ${formatMoney(pays)}: the least with which you still win.`}
      </p>
    </section>
  )
}
