import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { applicationsForOfficers } from '@/domain/applications/officer-queries'
import { applicationStateWords } from '@/domain/applications/rules'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Applications' }

type Props = { searchParams: Promise<{ round?: string }> }

/** Every application with its state and the flags of related parties (R4.3). */
export default async function ApplicationsPage({ searchParams }: Props) {
  const person = await requirePerson()
  const all = await applicationsForOfficers(person, {})
  if (!all) notFound()
  const { round: roundId } = await searchParams
  const shown = roundId ? all.filter((one) => one.roundId === roundId) : all
  const rounds = [...new Map(all.map((one) => [one.roundId, one])).values()]
  return (
    <div className="wrap page stack">
      <header>
        <h1>Applications</h1>
        <p className="lede">
          {shown.length.toLocaleString('en')} {shown.length === 1 ? 'application' : 'applications'}. Drafts
          are counted, never opened.
        </p>
      </header>
      <nav className="row [--gap:.4rem]" aria-label="Rounds">
        {rounds.map((one) => (
          <Chip
            key={one.roundId}
            href={
              one.roundId === roundId ? '/admin/applications' : `/admin/applications?round=${one.roundId}`
            }
            text={`Phase ${one.phase}, round ${one.number}`}
            count={all.filter((other) => other.roundId === one.roundId).length}
            pressed={one.roundId === roundId}
          />
        ))}
      </nav>
      {shown.length === 0 ? (
        <EmptyState title="No applications yet">
          They appear here when applicants start them in a round that is open.
        </EmptyState>
      ) : (
        <TableFrame label="Applications">
          <ApplicationsTable rows={shown} zone={await viewerZone()} />
        </TableFrame>
      )}
    </div>
  )
}

type Row = NonNullable<Awaited<ReturnType<typeof applicationsForOfficers>>>[number]

function ApplicationsTable({ rows, zone }: { rows: Row[]; zone: string }) {
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Reference</th>
          <th scope="col">Organisation</th>
          <th scope="col">Registrar</th>
          <th scope="col">State</th>
          <th scope="col">Related</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <LabelName label={row.label} spelled={false} />
            </td>
            <td className="mono small whitespace-nowrap">
              {row.state === 'draft' ? (
                row.reference
              ) : (
                <Link href={`/admin/applications/${row.id}`}>{row.reference}</Link>
              )}
            </td>
            <td>
              {row.organisation}
              <br />
              <span className="small muted">{row.country}</span>
            </td>
            <td className="small">{row.registrar ?? <span className="muted">Not named</span>}</td>
            <td>
              {applicationStateWords[row.state]}
              {row.submittedAt && (
                <span className="block small muted">
                  <When at={row.submittedAt} zone={zone} />
                </span>
              )}
            </td>
            <td>
              {row.related > 0 && (
                <Mark tone="warn" icon="users">
                  {row.related} {row.related === 1 ? 'flag' : 'flags'}
                </Mark>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
