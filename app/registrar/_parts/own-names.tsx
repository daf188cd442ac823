import Link from 'next/link'
import { standingOf } from '@/components/allocations/token-words'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { ownAllocations } from '@/domain/allocations/queries'

type Rows = NonNullable<Awaited<ReturnType<typeof ownAllocations>>>

/** The names that were awarded to whom the registrar sponsors, and what it does next (R11). */
export function OwnNames({ rows, zone, accredited }: { rows: Rows; zone: string; accredited: boolean }) {
  if (rows.length === 0)
    return (
      <EmptyState title="No name was awarded through you yet" sorts={false}>
        Once an applicant you sponsor wins a name and pays for it, you create it here.
      </EmptyState>
    )
  return (
    <TableFrame label="Names awarded through you">
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Awarded to</th>
            <th scope="col">Where it stands</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ awardId, label, holder, state, token }) => {
            const { tone, icon, words } = standingOf(state, token, accredited)
            const isOpen = token?.state === 'issued' || token?.state === 'shown'
            return (
              <tr key={awardId}>
                <th scope="row">
                  <Link href={`/registrar/allocations/${awardId}`} prefetch={false}>
                    <LabelName label={label} />
                  </Link>
                </th>
                <td data-label="Awarded to">{holder}</td>
                <td data-label="Where it stands">
                  <Mark tone={tone} icon={icon}>
                    {words}
                  </Mark>
                </td>
                <td className="num" data-label="Until">
                  {isOpen && state === 'paid' ? <When at={token.expiresAt} zone={zone} /> : '–'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
