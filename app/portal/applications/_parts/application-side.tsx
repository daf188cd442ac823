import Link from 'next/link'
import { roundWords, statusOfRound } from '@/components/applications/round-status'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { Countdown } from '@/components/time/countdown'
import { When } from '@/components/time/when'
import { Status } from '@/components/ui/status'
import { standingWord } from '@/domain/applications/standing'
import { spell } from '@/domain/labels/spell'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { loadApplication } from './load-application'

const HERE_NOW_MS = 5 * 60_000

/** Beside every page of an application: the name, the close, the reference, who works on it, where to ask. */
export async function ApplicationSide({ applicationId }: { applicationId: string }) {
  const home = await loadApplication(applicationId)
  const { application, round, lot, person } = home
  const zone = await viewerZone()
  const now = processNow()
  const closed = now >= round.applicationsCloseAt
  const questionsHref = `/portal/rounds/${round.id}/questions`
  const base = `/portal/applications/${applicationId}`
  return (
    <aside className="side">
      <div className="row flex-nowrap">
        <Sort label={lot.label} status={statusOfRound[round.state]} size={76} href={`/labels/${lot.label}`} />
        <div>
          <LabelName label={lot.label} spelled={false} />
          <br />
          <span className="soft">{spell(lot.label)}</span>
          <br />
          <Status status={statusOfRound[round.state]} word={roundWords[round.state]} />
        </div>
      </div>
      <div>
        <span className="muted">{closed ? 'Applications closed' : 'Applications close'}</span>
        <br />
        {!closed && (
          <>
            <b className="text-(length:--t-18)">
              <Countdown
                until={round.applicationsCloseAt.toISOString()}
                now={now.toISOString()}
                minutes
                over="Closed"
              />
            </b>
            <br />
          </>
        )}
        <When at={round.applicationsCloseAt} zone={zone} />
      </div>
      <div>
        <span className="muted">Your application</span>
        <br />
        <span className="mono">{application.reference}</span>
        <br />
        {application.state === 'draft' ? 'Draft, saved on our server' : standingWord(home.standing)}
        {home.versions.length > 0 && (
          <>
            <br />
            <Link href={`${base}/history`}>
              {home.versions.length === 1 ? 'Submitted version' : `${home.versions.length} versions`}
            </Link>
          </>
        )}
      </div>
      <div>
        <span className="muted">Working on it</span>
        {home.people.map(({ userId, name, roles, lastEditAt }) => (
          <div key={userId}>
            {name}, {roles.join(' and ')}
            {userId !== person.userId &&
              lastEditAt &&
              now.getTime() - lastEditAt.getTime() < HERE_NOW_MS &&
              ', here now'}
          </div>
        ))}
      </div>
      <div>
        <Link href={questionsHref}>Questions and answers ({home.questions})</Link>
        <br />
        <Link href="/help">Contact the programme</Link>
      </div>
    </aside>
  )
}
