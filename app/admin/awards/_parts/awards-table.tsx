import Link from 'next/link'
import { AwardMark } from '@/components/awards/award-mark'
import { LabelName } from '@/components/labels/label-name'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { TableFrame } from '@/components/ui/table'
import { nextAct, orderWords } from '@/domain/awards/next-act'
import type { ManagedAward } from '@/domain/awards/officer-queries'

/** One award per row: of what, to whom, for how much, where it stands, and what is next. */
export function AwardsTable({ awards, zone }: { awards: readonly ManagedAward[]; zone: string }) {
  return (
    <TableFrame label="Awards">
      <table className="tbl cards">
        <caption className="sr-only">Awards</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">To</th>
            <th scope="col" className="n">
              Price
            </th>
            <th scope="col">State</th>
            <th scope="col">Next</th>
            <th scope="col">Round</th>
          </tr>
        </thead>
        <tbody>
          {awards.map((award) => (
            <tr key={award.id}>
              <td>
                <Link href={`/admin/awards/${award.id}`} prefetch={false}>
                  <LabelName label={award.label} />
                </Link>
              </td>
              <td data-label="To">
                {award.organisation}
                {award.rank > 0 && <small className="muted block">{orderWords(award.rank)}</small>}
              </td>
              <td className="n" data-label="Price">
                <Money minor={award.priceMinor} />
              </td>
              <td data-label="State">
                <AwardMark state={award.state} />
              </td>
              <td data-label="Next">
                <NextAct award={award} zone={zone} />
              </td>
              <td data-label="Round">
                {award.round.phase}-{award.round.number}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function NextAct({ award, zone }: { award: ManagedAward; zone: string }) {
  const act = nextAct(award)
  if (!act) return <span className="muted">Nothing</span>
  if (award.waits)
    return (
      <Link href={`/admin/awards/${award.id}/next`} prefetch={false}>
        {act.text}
        <span className="sr-only"> of {award.label}.org</span>
      </Link>
    )
  return (
    <>
      {act.text} {act.at && <When at={act.at} zone={zone} />}
    </>
  )
}
