import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { ownSponsorships } from '@/domain/sponsorships/queries'
import { isAnswerable, sponsorshipWords } from '@/domain/sponsorships/rules'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Sponsorship' }

/** What applicants ask of the registrar this person acts for (R4.2). */
export default async function RegistrarPage() {
  const registrar = await ownSponsorships(await requirePerson(), undefined)
  if (!registrar) notFound()
  const zone = await viewerZone()
  const now = processNow()
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <header>
        <h1>{registrar.name}</h1>
        <p className="lede">
          IANA id {registrar.ianaId}, {registrar.status.toLowerCase()}. Applicants name a registrar that will
          create the name for them; you say whether you will.
        </p>
      </header>
      {registrar.asked.length === 0 ? (
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
              {registrar.asked.map((each) => (
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
      )}
    </div>
  )
}

type Asked = NonNullable<Awaited<ReturnType<typeof ownSponsorships>>>['asked'][number]

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
