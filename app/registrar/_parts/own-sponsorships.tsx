import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { ownSponsorships } from '@/domain/sponsorships/queries'
import { isAnswerable, sponsorshipWords } from '@/domain/sponsorships/rules'

type Asked = NonNullable<Awaited<ReturnType<typeof ownSponsorships>>>['asked'][number]

/** What applicants ask of the registrar, and its answers (R4.2). */
export function OwnSponsorships({ asked, now, zone }: { asked: Asked[]; now: Date; zone: string }) {
  return asked.length === 0 ? (
    <EmptyState title="No application names you yet">
      When one does, it appears here, and your contact gets a letter with a link that answers it.
    </EmptyState>
  ) : (
    <TableFrame label="Applications that name you">
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Applicant</th>
            <th scope="col">Asked</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((each) => (
            <tr key={each.id}>
              <th scope="row">
                <LabelName label={each.label} />
                <small className="block muted">{each.round}</small>
              </th>
              <td data-label="Applicant">
                {each.organisation}
                <small className="block muted">{each.country}</small>
              </td>
              <td className="num" data-label="Asked">
                <When at={each.requestedAt} zone={zone} />
              </td>
              <td data-label="Answer">
                <Answer asked={each} now={now} zone={zone} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Answer({ asked, now, zone }: { asked: Asked; now: Date; zone: string }) {
  if (isAnswerable(asked, now))
    return (
      <>
        <Link className="btn s" href={`/registrar/sponsorship/${asked.id}`} prefetch={false}>
          Answer
          <span className="sr-only">
            {' '}
            for {asked.label}.org, {asked.organisation}
          </span>
        </Link>
        <small className="block muted mt-1">
          Waits for you until <When at={asked.expiresAt} zone={zone} />
        </small>
      </>
    )
  if (asked.state === 'requested') return <span className="muted">The time to answer has passed</span>
  return (
    <>
      <Mark
        tone={asked.state === 'confirmed' ? 'good' : 'bad'}
        icon={asked.state === 'confirmed' ? 'circle-check' : 'x'}
      >
        {sponsorshipWords[asked.state]}
      </Mark>
      {asked.answeredAt && (
        <small className="block muted">
          <When at={asked.answeredAt} zone={zone} />
        </small>
      )}
    </>
  )
}
