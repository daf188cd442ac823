import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { Timeline } from '@/components/ui/timeline'
import { commitmentStateWords } from '@/domain/commitments/lifecycle'
import type { CommitmentInFull } from '@/domain/commitments/read-build-out'
import { lastMinuteOf } from '@/domain/commitments/rules'

const moveWords: Record<string, string> = {
  approach: 'Due soon',
  submit: 'Evidence submitted',
  verify: 'Verified by the programme',
  return: 'Returned by the programme',
  waive: 'Waived by the programme',
  extend: 'Extended by the programme',
  lapse: 'Overdue',
  'resume-notice': 'The cure notice goes on',
  'resume-remedy': 'The remedy goes on',
  notice: 'Cure notice',
  remedy: 'Next step of the ladder',
  lift: 'Step undone after an appeal',
  close: 'Closed',
}

const originWords = {
  plan: 'Promised in the plan',
  edit: 'Another wording proposed',
  extension: 'Date changed',
  fixed: 'Fixed as in the plan',
}

/** Everything that happened to a commitment, in order, with the reasons that were given. */
export function CommitmentCourse({ commitment, zone }: { commitment: CommitmentInFull; zone: string }) {
  const terms = commitment.revisions.map(({ origin, at, reason, dueAt }) => ({
    at,
    title: originWords[origin],
    text: (
      <>
        {reason}
        {origin !== 'plan' && (
          <>
            {' '}
            Due by <When at={lastMinuteOf(dueAt)} zone={zone} />.
          </>
        )}
      </>
    ),
  }))
  const moves = commitment.moves
    .filter(({ move }) => move !== 'extend')
    .map(({ at, move, to, reason }) => ({
      at,
      title: moveWords[move] ?? commitmentStateWords[to],
      text: reason,
    }))
  const course = [...terms, ...moves].sort((one, other) => one.at.getTime() - other.at.getTime())
  return (
    <section aria-labelledby="course">
      <SectionHead title="Its course" id="course" minor />
      <Timeline
        items={course.map(({ at, title, text }) => ({
          state: 'past',
          title,
          text,
          when: <When at={at} zone={zone} />,
        }))}
      />
    </section>
  )
}
