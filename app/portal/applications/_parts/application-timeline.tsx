import { When } from '@/components/time/when'
import { Timeline, type TimelineItem } from '@/components/ui/timeline'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import type { loadApplication } from './load-application'

type Home = Awaited<ReturnType<typeof loadApplication>>

/** What happened to an application, where it stands and what comes, once it can no longer be written. */
export async function ApplicationTimeline({ home }: { home: Home }) {
  const zone = await viewerZone()
  const now = processNow()
  const { application, round, versions } = home
  const stands = application.state === 'submitted'
  const item = (title: string, at: Date | null, text?: string): TimelineItem => ({
    state: at && at <= now ? 'past' : 'next',
    title,
    text,
    when: at && <When at={at} zone={zone} />,
  })
  const items = [
    item('Started', application.createdAt),
    ...[...versions]
      .reverse()
      .map(({ number, receivedAt }) =>
        item(number === 1 ? 'Submitted' : `Version ${number} submitted`, receivedAt),
      ),
    ...(application.withdrawnAt ? [item('Withdrawn', application.withdrawnAt)] : []),
    item('Applications closed', round.applicationsCloseAt, outcomeOfClose(application.state)),
    ...(stands
      ? [
          item('Review', round.reviewDueAt, 'Reviewers read the plan, without your name, and score it.'),
          item(
            'Results of the review',
            round.reviewResultsAt,
            'With the score and reason of each criterion.',
          ),
          item('Deposit due', round.depositDueAt),
          item('Bidding opens', round.biddingOpensAt),
        ]
      : []),
  ]
  const next = items.find(({ state }) => state === 'next')
  if (next) next.state = 'now'
  return (
    <div className="mt-8">
      <Timeline items={items} />
    </div>
  )
}

function outcomeOfClose(state: Home['application']['state']): string | undefined {
  return state === 'not-submitted' ? 'The draft was not submitted, so it does not take part.' : undefined
}
