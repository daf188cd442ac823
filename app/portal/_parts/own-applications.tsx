import Link from 'next/link'
import { roundWords, statusOfRound } from '@/components/applications/round-status'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import type { OwnStanding } from '@/domain/applications/read-standing'
import { mayPractise, nextDue, standingWord } from '@/domain/applications/standing'
import { roundName } from '@/domain/rounds/round-name'

type Props = { applications: OwnStanding[]; zone: string; now: Date }

/** One row for each application: where it stands, and the next thing to do. */
export function OwnApplications({ applications, zone, now }: Props) {
  return (
    <ul className="mt-6">
      {applications.map((application) => {
        const { id, label, round } = application
        return (
          <li key={id} className="task max-[760px]:flex-col">
            <span className="row flex-nowrap">
              <Sort label={label} status={statusOfRound[round.state]} size={48} decorative />
              <span>
                <Link href={`/portal/applications/${id}`}>
                  <LabelName label={label} spelled={false} />
                </Link>
                <small>
                  {application.organisation}, <span className="mono">{application.reference}</span>
                </small>
                <small>
                  {roundName(round)}:{' '}
                  <Status status={statusOfRound[round.state]} word={roundWords[round.state]} />
                </small>
              </span>
            </span>
            <span className="min-[761px]:text-end">
              <span className="task-state">{standingWord(application)}</span>
              <Next application={application} zone={zone} now={now} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** What is due, and where it is done. The practice auction stands beside the real round (R3.6). */
function Next({ application, zone, now }: { application: OwnStanding; zone: string; now: Date }) {
  const due = nextDue(application, now)
  const { round } = application
  const practice = `/portal/rounds/${round.id}/practice`
  const action = due?.action?.href === practice ? undefined : due?.action
  return (
    <>
      {due && (
        <span className="small muted block">
          {due.lead} {due.at && <When at={due.at} zone={zone} />}
        </span>
      )}
      {action?.look === 'live' && (
        <span className="my-1.5 block">
          <Button href={action.href} variant="live" size="s">
            {action.text}
          </Button>
        </span>
      )}
      {action && action.look !== 'live' && (
        <Link className="small block py-1" href={action.href}>
          {action.text}
          <span className="sr-only"> for {application.label}.org</span>
        </Link>
      )}
      {mayPractise(application) && (
        <Link className="small block py-1" href={practice}>
          Practise bidding<span className="sr-only"> for {roundName(round)}</span>
        </Link>
      )}
    </>
  )
}
