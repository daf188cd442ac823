import Link from 'next/link'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { registrarsForOfficers } from '@/domain/registrars/officer-queries'
import { canSponsor } from '@/domain/registrars/rules'

type Row = NonNullable<Awaited<ReturnType<typeof registrarsForOfficers>>>['rows'][number]

/** Registrars with their status and where sponsorship requests go. */
export function RegistrarsTable({ rows }: { rows: Row[] }) {
  return (
    <TableFrame label="Registrars">
      <table className="tbl tight">
        <caption className="sr-only">Registrars</caption>
        <thead>
          <tr>
            <th scope="col" className="n pe-6">
              IANA id
            </th>
            <th scope="col">Name</th>
            <th scope="col">Status</th>
            <th scope="col">Contact for sponsorship</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ianaId}>
              <td className="n pe-6">{row.ianaId}</td>
              <th scope="row">
                <Link href={`/admin/registrars/${row.ianaId}`} prefetch={false}>
                  {row.name}
                </Link>
              </th>
              <td>
                <Mark tone={canSponsor(row) ? 'good' : 'quiet'} icon={canSponsor(row) ? 'check' : 'ban'}>
                  {row.status}
                </Mark>
              </td>
              <td>{row.contactEmail ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
