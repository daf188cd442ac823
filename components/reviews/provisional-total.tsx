import type { DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import { formatHundredths, provisionalTotal } from '@/domain/reviews/rules'

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']

/** What the sheet comes to so far. */
export function ProvisionalTotal({
  criteria,
  sheet,
}: {
  criteria: readonly Criterion[]
  sheet: readonly DraftScore[]
}) {
  const { hundredths, ofHundredths, missing } = provisionalTotal(criteria, sheet)
  return (
    <p>
      <span className="small muted">Weighted total, provisional</span>
      <br />
      <output>
        <b>{formatHundredths(hundredths)}</b>
        <span className="small muted">
          {' '}
          of {ofHundredths / 100}
          {missing > 0 && `, ${counts[missing] ?? missing} ${missing === 1 ? 'score' : 'scores'} missing`}
        </span>
      </output>
    </p>
  )
}
