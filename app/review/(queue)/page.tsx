import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { SendKeptSheets } from '@/components/reviews/send-kept-sheets'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { ownCalibrations } from '@/domain/calibrations/queries'
import { ownQueue, type QueueItem } from '@/domain/reviews/queries'
import { type ReviewProgress, reviewProgressWords } from '@/domain/reviews/rules'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'
import { QueueTable } from './_parts/queue-table'

export const metadata: Metadata = { title: 'Your reviews' }

export default async function QueuePage({ searchParams }: PageProps<'/review'>) {
  const person = await requirePerson()
  const queue = await ownQueue(person, {})
  if (!queue) notFound()
  const calibrations = (await ownCalibrations(person, {})) ?? []
  const { progress, recused, declined } = await searchParams
  const chosen = Object.keys(reviewProgressWords).find((one) => one === progress)
  const items = queue.items.filter((item) => !chosen || item.progress === chosen)
  const current = items.filter(({ over }) => !over)
  const earlier = items.filter(({ over }) => over).sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime())
  const zone = await viewerZone()
  const next = queue.items.find((item) => item.progress !== 'submitted')
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <header className="row between">
        <div>
          <h1>Your reviews</h1>
          <p className="lede">Plans assigned to you. You judge each on its own; applicants are not named.</p>
          <nav className="row small mt-3 [--gap:.4rem_1.25rem]" aria-label="About your reviews">
            <Link href="/review/expertise" prefetch={false}>
              Say what you know about
            </Link>
            <Link href="/review/severity" prefetch={false}>
              How you score beside the others
            </Link>
            {calibrations.map(({ roundId, round, waiting }) => (
              <Link key={roundId} href={`/review/calibration/${roundId}`} prefetch={false}>
                Calibration, {round}
                {waiting && ': do it first'}
              </Link>
            ))}
          </nav>
        </div>
        {next && (
          <Button variant="primary" href={`/review/${next.assignmentId}`}>
            {next.progress === 'in-progress' ? 'Go on reviewing' : 'Review the next plan'}
          </Button>
        )}
      </header>
      {recused !== undefined && (
        <Notice tone="good" title="Your conflict of interest is recorded.">
          The plan is no longer assigned to you.
        </Notice>
      )}
      {declined !== undefined && (
        <Notice tone="good" title="You gave the plan back. The chair has a letter with your reason.">
          What you wrote is kept and counts for nothing.
        </Notice>
      )}
      <SendKeptSheets userId={person.userId} labels={labelsOf(queue.items)} />
      <nav className="row [--gap:.4rem]" aria-label="Show">
        {Object.entries(reviewProgressWords).map(([state, word]) => (
          <Chip
            key={state}
            href={chosen === state ? '/review' : `/review?progress=${state}`}
            text={word}
            count={queue.items.filter((item) => item.progress === (state as ReviewProgress)).length}
            pressed={chosen === state}
          />
        ))}
        <span className="small muted">Recused: {queue.recused}</span>
      </nav>
      {current.length === 0 ? (
        <EmptyState title={chosen ? 'Nothing here' : 'No plans to review'}>
          {chosen ? 'Choose another state above.' : 'You get a letter when a plan is assigned to you.'}
        </EmptyState>
      ) : (
        <QueueTable name="Your plans" items={current} all={queue.items} zone={zone} now={processNow()} />
      )}
      {earlier.length > 0 && (
        <details>
          <summary>Plans of earlier rounds ({earlier.length})</summary>
          <QueueTable
            name="Your plans of earlier rounds"
            items={earlier}
            all={queue.items}
            zone={zone}
            now={processNow()}
          />
        </details>
      )}
    </div>
  )
}

const labelsOf = (items: QueueItem[]) =>
  Object.fromEntries(items.map(({ assignmentId, label }) => [assignmentId, label]))
