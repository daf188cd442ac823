import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { ProgressMark } from '@/components/reviews/progress-mark'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { TableFrame } from '@/components/ui/table'
import type { QueueItem } from '@/domain/reviews/queries'

/** One's plans with their deadlines and how far one is. `all`: also those that are not shown. */
export function QueueTable({
  name,
  items,
  all,
  zone,
  now,
}: {
  name: string
  items: QueueItem[]
  all: QueueItem[]
  zone: string
  now: Date
}) {
  return (
    <TableFrame label={name}>
      <table className="tbl cards">
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
                  <span>
                    <LabelName label={label} />
                    <OneOf {...placeOf(all, assignmentId)} />
                  </span>
                </span>
              </th>
              <td data-label="Round">{round}</td>
              <td
                className={dueAt <= now && progress !== 'submitted' ? 'text-(--danger)' : undefined}
                data-label="Due"
              >
                <When at={dueAt} zone={zone} relative={now} />
              </td>
              <td data-label="State">
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

/** Applicants are not named, so that several plans for one name are told apart by their order. */
function OneOf({ place, of }: { place: number; of: number }) {
  if (of === 1) return null
  return (
    <small className="muted block font-normal">
      Plan {place} of {of} for it
    </small>
  )
}

function placeOf(all: QueueItem[], assignmentId: string) {
  const { roundId, label } = all.find((item) => item.assignmentId === assignmentId)!
  const same = all
    .filter((item) => item.roundId === roundId && item.label === label)
    .map((item) => item.assignmentId)
    .sort()
  return { place: same.indexOf(assignmentId) + 1, of: same.length }
}
