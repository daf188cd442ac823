import { When } from '@/components/time/when'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { applicationForOfficers } from '@/domain/applications/officer-queries'
import { sponsorshipWords } from '@/domain/sponsorships/rules'

type Rows = NonNullable<Awaited<ReturnType<typeof applicationForOfficers>>>['sponsorship']

/** What registrars were asked and said, and whether the address came from the applicant (R4.2). */
export function SponsorshipTable({ rows, zone }: { rows: Rows; zone: string }) {
  if (rows.length === 0) return <p className="mt-3 muted">No registrar was asked.</p>
  return (
    <TableFrame label="Sponsorship">
      <table className="tbl tight">
        <thead>
          <tr>
            <th scope="col">Registrar</th>
            <th scope="col">Asked at</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.registrar}
                <br />
                <span className="small muted">IANA id {row.ianaId}</span>
              </td>
              <td className="small">
                {row.contactEmail}
                <br />
                {row.contactEmail !== row.knownEmail && (
                  <Mark tone="warn" icon="triangle-alert">
                    Not verified by PIR: the applicant gave this address
                  </Mark>
                )}
                <br />
                <When at={row.requestedAt} zone={zone} />
              </td>
              <td className="small">
                {sponsorshipWords[row.state]}
                {row.answeredByName && `, by ${row.answeredByName}`}
                {row.answeredAt && (
                  <span className="block">
                    <When at={row.answeredAt} zone={zone} />
                  </span>
                )}
                {row.reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
