import Link from 'next/link'
import { Pager } from '@/components/ui/pager'
import type { RoundSettings } from '@/db/schema/rounds'
import { formatHundredths } from '@/domain/reviews/rules'
import { type View, viewHref } from '../narrow-plans'

/** The pass line as a row across a table of plans by score (R6.6). */
export function PassLine({ columns, settings }: { columns: number; settings: RoundSettings }) {
  return (
    <tr className="pass-line" id="pass-line">
      <td colSpan={columns}>
        Pass line: {formatHundredths(settings.passLineHundredths)} of 100, and{' '}
        {formatHundredths(settings.criterionMinimumHundredths)} of 5 on each criterion
      </td>
    </tr>
  )
}

/** The way between the pages of plans by score, and to the one with the pass line on it. */
export function LadderPager({
  path,
  view,
  page,
  pages,
  lineOn,
}: {
  path: string
  view: View
  page: number
  pages: number
  /** The page of the pass line. */
  lineOn: number
}) {
  return (
    <>
      <Pager page={page} pages={pages} href={(to) => viewHref(path, view, { page: to })} />
      {lineOn !== page && (
        <p className="small mt-2 text-center">
          <Link href={`${viewHref(path, view, { page: lineOn })}#pass-line`} prefetch={false}>
            To the pass line, page {lineOn}
          </Link>
        </p>
      )}
    </>
  )
}
