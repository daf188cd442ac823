import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { ProgressMark } from '@/components/reviews/progress-mark'
import { SendKeptSheets } from '@/components/reviews/send-kept-sheets'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { TableFrame } from '@/components/ui/table'
import { ownCalibrations } from '@/domain/calibrations/queries'
import { ownQueue, type QueueItem } from '@/domain/reviews/queries'
import { type ReviewProgress, reviewProgressWords } from '@/domain/reviews/rules'
import { processNow } from '@/lib/clock'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Your reviews' }

export default async function QueuePage({ searchParams }: PageProps<'/review'>) {
  const person = await requirePerson()
  const queue = await ownQueue(person, {})
  if (!queue) notFound()
  const calibrations = (await ownCalibrations(person, {})) ?? []
  const { progress, recused, declined } = await searchParams
  const chosen = Object.keys(reviewProgressWords).find((one) => one === progress)
  const items = queue.items.filter((item) => !chosen || item.progress === chosen)
  const next = queue.items.find((item) => item.progress !== 'submitted')
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <header className="row between">
        <div>
          <h1>Your reviews</h1>
          <p className="lede">Plans assigned to you. You judge each on its own; applicants are not named.</p>
          <p className="small">
            <Link href="/review/expertise" prefetch={false}>
              Say what you know about
            </Link>
            <Link href="/review/severity" className="ms-5" prefetch={false}>
              How you score beside the others
            </Link>
            {calibrations.map(({ roundId, round, waiting }) => (
              <Link key={roundId} href={`/review/calibration/${roundId}`} className="ms-5" prefetch={false}>
                Calibration, {round}
                {waiting && ': do it first'}
              </Link>
            ))}
          </p>
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
      {items.length === 0 ? (
        <EmptyState title={chosen ? 'Nothing here' : 'No plans to review'}>
          {chosen ? 'Choose another state above.' : 'You get a letter when a plan is assigned to you.'}
        </EmptyState>
      ) : (
        <QueueTable items={items} zone={await viewerZone()} now={processNow()} />
      )}
    </div>
  )
}

const labelsOf = (items: QueueItem[]) =>
  Object.fromEntries(items.map(({ assignmentId, label }) => [assignmentId, label]))

function QueueTable({ items, zone, now }: { items: QueueItem[]; zone: string; now: Date }) {
  return (
    <TableFrame label="Your plans">
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Round</th>
            <th scope="col">Due</th>
            <th scope="col">State</th>
            <th scope="col">
              <span className="sr-only">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ assignmentId, label, round, dueAt, declared, progress }) => (
            <tr key={assignmentId}>
              <th scope="row">
                <span className="row flex-nowrap">
                  <Sort label={label} status="review" size={34} decorative />
                  <LabelName label={label} />
                </span>
              </th>
              <td>{round}</td>
              <td className={dueAt <= now && progress !== 'submitted' ? 'text-(--danger)' : undefined}>
                <When at={dueAt} zone={zone} relative={now} />
              </td>
              <td>
                <ProgressMark progress={progress} />
              </td>
              <td className="n">
                <Button size="s" href={`/review/${assignmentId}`}>
                  {progress === 'submitted' ? 'Read' : declared ? 'Score' : 'Start'}
                  <span className="sr-only"> {label}.org</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
