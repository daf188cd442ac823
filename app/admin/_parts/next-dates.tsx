import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { Timeline } from '@/components/ui/timeline'
import { type TimetableField, timetableWords } from '@/domain/rounds/timetable'
import { timetableOf } from '@/domain/rounds/timetable-of'
import type { Start } from './running-rounds'

const MOST = 8

/** The next dates of all approved rounds together, the soonest first. A suspended round has none. */
export function NextDates({ start: { running, now }, zone }: { start: Start; zone: string }) {
  const dates = running
    .filter(({ round }) => round.state !== 'draft' && round.state !== 'suspended')
    .flatMap(({ round, phase }) =>
      (Object.entries(timetableOf(round)) as [TimetableField, Date][]).map(([field, at]) => ({
        what: timetableWords[field],
        round: `Phase ${phase}, round ${round.number}`,
        at,
      })),
    )
    .filter(({ at }) => at > now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, MOST)
  return (
    <section aria-labelledby="dates">
      <SectionHead title="Next dates" id="dates" minor />
      {dates.length === 0 ? (
        <p className="small muted mt-3">No date lies ahead.</p>
      ) : (
        <Timeline
          items={dates.map(({ what, round, at }, index) => ({
            state: index === 0 ? 'now' : 'next',
            title: what,
            text: <span className="small muted">{round}</span>,
            when: <When at={at} zone={zone} relative={now} />,
          }))}
        />
      )}
    </section>
  )
}
