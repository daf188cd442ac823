import type { RoundSettings } from '@/db/schema/rounds'
import { formatHundredths } from '@/domain/reviews/rules'

/** The pass line as a row across a table of plans by score (R6.6). */
export function PassLine({ columns, settings }: { columns: number; settings: RoundSettings }) {
  return (
    <tr className="pass-line">
      <td colSpan={columns}>
        Pass line: {formatHundredths(settings.passLineHundredths)} of 100, and{' '}
        {formatHundredths(settings.criterionMinimumHundredths)} of 5 on each criterion
      </td>
    </tr>
  )
}
