import { When } from '@/components/time/when'
import { Timeline } from '@/components/ui/timeline'
import { type TimetableField, timetableWords } from '@/domain/rounds/timetable'
import { timetableOf } from '@/domain/rounds/timetable-of'
import type { FoundRound } from './read-round'

/** The ten instants in the zone they were entered in and in UTC; the next one is marked. */
export function RoundTimetable({ round, now }: Pick<FoundRound, 'round' | 'now'>) {
  const entries = Object.entries(timetableOf(round)) as [TimetableField, Date][]
  const next = entries.findIndex(([, at]) => at > now)
  return (
    <Timeline
      items={entries.map(([field, at], index) => ({
        state: at <= now ? 'past' : index === next ? 'now' : 'next',
        title: timetableWords[field],
        when: <When at={at} zone={round.zone} />,
      }))}
    />
  )
}
