import Link from 'next/link'
import { standingOf } from '@/components/allocations/token-words'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { allocationsForOfficers } from '@/domain/allocations/officer-queries'
import { RegistrarLink } from '../../_parts/registrar-link'

type Rows = NonNullable<Awaited<ReturnType<typeof allocationsForOfficers>>>['rows']

/** Paid names on their way to a registrar, and those that arrived lately. */
export function AllocationsTable({ rows, zone }: { rows: Rows; zone: string }) {
  return (
    <TableFrame label="Allocations">
      <table className="tbl cards">
        <caption className="sr-only">Names that are paid, or were allocated within 90 days</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Holder</th>
            <th scope="col">Registrar</th>
            <th scope="col">Where it stands</th>
            <th scope="col">Since</th>
            <th scope="col">Token until</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { tone, icon, words } = standingOf(row.state, row.token, row.canSponsor)
            const isOpen = row.token?.state === 'issued' || row.token?.state === 'shown'
            return (
              <tr key={row.awardId}>
                <th scope="row">
                  <Link href={`/admin/allocations/${row.awardId}`} prefetch={false}>
                    <LabelName label={row.label} />
                  </Link>
                </th>
                <td data-label="Holder">{row.holder}</td>
                <td data-label="Registrar">
                  <RegistrarLink ianaId={row.ianaId}>{row.registrar}</RegistrarLink>
                </td>
                <td data-label="Where it stands">
                  <Mark tone={tone} icon={icon}>
                    {words}
                  </Mark>
                </td>
                <td className="num" data-label="Since">
                  <When at={row.stateSince} zone={zone} />
                </td>
                <td className="num" data-label="Token until">
                  {isOpen && row.token ? <When at={row.token.expiresAt} zone={zone} /> : '–'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableFrame>
  )
}
