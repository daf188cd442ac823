import Link from 'next/link'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { actsFor } from '@/domain/applications/lock-application'
import { isAccepting } from '@/domain/applications/rules'
import { type Due, nextDue, standingLine } from '@/domain/applications/standing'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { start } from '../actions'
import { ApplicationTimeline } from './application-timeline'
import { DecisionInFull } from './decision-in-full'
import type { loadApplication } from './load-application'
import { Reconsideration } from './reconsideration'

type Home = Awaited<ReturnType<typeof loadApplication>>

/** An application that is not being written: what it came to, what is due, and its course. */
export async function WhereItStands({ home }: { home: Home }) {
  const { standing, decision, application, person, round } = home
  const now = processNow()
  const due = nextDue(standing, now)
  const zone = await viewerZone()
  const mayTakeUp =
    application.state === 'withdrawn' &&
    isAccepting(round, now) &&
    actsFor(person, ['owner', 'editor']).includes(application.organisationId)
  return (
    <>
      <p className="lede">{standingLine(standing, now)}</p>
      {mayTakeUp ? <TakeUpAgain application={application} /> : due && <NextThing due={due} zone={zone} />}
      {standing.reconsideration && <Reconsideration asked={standing.reconsideration} zone={zone} />}
      {home.clarifications > 0 && (
        <p className="mt-6">
          <Link href={`/portal/applications/${application.id}/clarifications`}>
            {home.clarifications === 1 ? 'A question' : `${home.clarifications} questions`} of the panel
          </Link>
        </p>
      )}
      {decision && <DecisionInFull decision={decision} outcome={standing.reconsideration?.before} />}
      {home.hasLetter && (
        <p className="mt-4">
          <Button size="s" icon="download" href={`/api/v1/applications/${application.id}/decision`} download>
            The letter as PDF
          </Button>
        </p>
      )}
      <section className="mt-8" aria-labelledby="course">
        <SectionHead title="Its course" id="course" minor />
        <ApplicationTimeline home={home} />
      </section>
    </>
  )
}

function NextThing({ due: { lead, at, action, sentence }, zone }: { due: Due; zone: string }) {
  return (
    <div className="mt-6 space-y-3">
      <p>
        <b className="text-(length:--t-18)">{lead}</b>
        {at && (
          <>
            <br />
            <When at={at} zone={zone} />
          </>
        )}
      </p>
      {sentence && <p className="soft">{sentence}</p>}
      {action && (
        <Button href={action.href} variant={action.look}>
          {action.text}
        </Button>
      )}
    </div>
  )
}

/** What was withdrawn comes back as a draft, and counts only once it is submitted (R5.3). */
function TakeUpAgain({ application }: { application: { lotId: string; organisationId: string } }) {
  return (
    <Form action={start} className="mt-6 space-y-3">
      <input type="hidden" name="lotId" value={application.lotId} />
      <input type="hidden" name="organisationId" value={application.organisationId} />
      <p className="soft">
        It comes back as a draft, with everything you wrote. Submit it for it to take part.
      </p>
      <SubmitButton busy="Taking it up">Take it up again</SubmitButton>
    </Form>
  )
}
