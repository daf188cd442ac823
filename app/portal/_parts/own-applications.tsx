import Link from 'next/link'
import { roundWords, statusOfRound } from '@/components/applications/round-status'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import type { myApplications } from '@/domain/applications/queries'
import { applicationStateWords } from '@/domain/applications/rules'
import { canPractise } from '@/domain/practice/rules'

type Application = NonNullable<Awaited<ReturnType<typeof myApplications>>>[number]

/** One row for each application: where it stands, and the next thing to do. */
export function OwnApplications({ applications, zone }: { applications: Application[]; zone: string }) {
  return (
    <ul className="mt-6">
      {applications.map((application) => (
        <li key={application.id} className="task">
          <span className="row flex-nowrap">
            <Sort
              label={application.label}
              status={statusOfRound[application.roundState]}
              size={48}
              decorative
            />
            <span>
              <Link href={`/portal/applications/${application.id}`}>
                <LabelName label={application.label} spelled={false} />
              </Link>
              <small>
                {application.organisation}, <span className="mono">{application.reference}</span>
              </small>
              <small>
                {application.round}:{' '}
                <Status
                  status={statusOfRound[application.roundState]}
                  word={roundWords[application.roundState]}
                />
              </small>
            </span>
          </span>
          <span className="text-end">
            <span className="task-state">{applicationStateWords[application.state]}</span>
            <br />
            <span className="small muted">
              <NextStep application={application} zone={zone} />
            </span>
            <PracticeLink application={application} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A practice auction beside the real round (R3.6). */
function PracticeLink({ application: { state, roundState, roundId, round } }: { application: Application }) {
  if ((state !== 'draft' && state !== 'submitted') || !canPractise(roundState)) return null
  return (
    <span className="small">
      <br />
      <Link href={`/portal/rounds/${roundId}/practice`}>
        Practise bidding<span className="sr-only"> for {round}</span>
      </Link>
    </span>
  )
}

/** What follows for this application; the one link leads there. */
function NextStep({ application, zone }: { application: Application; zone: string }) {
  const { state, roundState, lotId } = application
  if (state === 'withdrawn' || state === 'not-submitted') return null
  if (roundState === 'applications')
    return (
      <>
        {state === 'draft' ? 'Submit before' : 'Can be replaced until'}{' '}
        <When at={application.applicationsCloseAt} zone={zone} />
      </>
    )
  if (state !== 'submitted') return null
  if (roundState === 'review')
    return (
      <>
        Results by <When at={application.reviewResultsAt} zone={zone} />
      </>
    )
  if (roundState === 'qualified')
    return (
      <>
        Bidding opens <When at={application.biddingOpensAt} zone={zone} />
      </>
    )
  if (roundState === 'bidding')
    return (
      <Button href={`/room/${lotId}`} variant="live" size="s">
        Enter the room
      </Button>
    )
  if (roundState === 'final') return <Link href={`/results/${application.label}`}>See the result</Link>
  return null
}
