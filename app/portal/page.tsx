import type { Metadata } from 'next'
import Link from 'next/link'
import { AskedOfYou } from '@/app/portal/_parts/asked-of-you'
import { OwnApplications } from '@/app/portal/_parts/own-applications'
import { OwnAwards } from '@/app/portal/_parts/own-awards'
import { requirePerson } from '@/app/require-person'
import { Sort } from '@/components/labels/sort'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import { myApplications } from '@/domain/applications/queries'
import type { OwnStanding } from '@/domain/applications/read-standing'
import { ownAwards } from '@/domain/awards/queries'
import { publicRounds } from '@/domain/rounds/public-queries'
import { roundName } from '@/domain/rounds/round-name'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Your applications' }

/** The applicant's home: what to do next, and the rounds one can apply in. */
export default async function PortalPage() {
  const person = await requirePerson()
  const [applications, awards, all, zone] = await Promise.all([
    myApplications(person, {}),
    ownAwards(person, {}),
    publicRounds(),
    viewerZone(),
  ])
  const own = new Map(applications?.map((application) => [application.lot.id, application]))
  const rounds = all.filter(({ state }) => state === 'applications')
  return (
    <div className="wrap page">
      <h1>Your applications</h1>
      <AskedOfYou person={person} zone={zone} />
      {applications && applications.length > 0 ? (
        <OwnApplications applications={applications} zone={zone} now={processNow()} />
      ) : (
        <div className="mt-6">
          <EmptyState
            title="You have no applications yet"
            action={<Button href="/labels">See all names</Button>}
          >
            Choose a name of a round that is open, and apply for it as an organisation or as an individual.
          </EmptyState>
        </div>
      )}
      <OwnAwards awards={awards ?? []} zone={zone} />
      <section className="sec" aria-labelledby="open-rounds">
        <SectionHead
          id="open-rounds"
          title="Open for applications"
          link={{ href: '/rounds', text: 'All rounds' }}
        />
        {rounds.length === 0 && <p className="mt-4">No round accepts applications at present.</p>}
        {rounds.map((round) => (
          <div key={round.id} className="mt-6">
            <h3>
              <Link href={round.path}>{roundName(round)}</Link>
            </h3>
            <p className="small soft">
              Phase {round.phase}. Applications close{' '}
              <When at={round.timetable.applicationsCloseAt} zone={zone} />.
            </p>
            <ul className="row mt-3">
              {round.lots.map(({ lotId, label, reserveMinor }) => (
                <li key={lotId} className="row flex-nowrap [--gap:.6rem]">
                  <Sort label={label} status="open" size={48} href={`/labels/${label}`} />
                  <span className="small">
                    <ApplyLink lotId={lotId} label={label} own={own.get(lotId)} />
                    <br />
                    <span className="muted">
                      Reserve <Money minor={reserveMinor} />
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </div>
  )
}

/** To a new application, or to the one there is already. */
function ApplyLink({
  lotId,
  label,
  own,
}: {
  lotId: string
  label: string
  own?: Pick<OwnStanding, 'id' | 'state'>
}) {
  const words =
    own &&
    (own.state === 'submitted'
      ? 'See your application'
      : own.state === 'draft'
        ? 'Continue'
        : 'Take it up again')
  return (
    <Link href={own ? `/portal/applications/${own.id}` : `/portal/applications/new?lot=${lotId}`}>
      {words ?? 'Apply'}
      <span className="sr-only"> for {label}.org</span>
    </Link>
  )
}
