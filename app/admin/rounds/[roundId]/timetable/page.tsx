import type { Metadata } from 'next'
import { When } from '@/components/time/when'
import { Select } from '@/components/ui/select'
import { type TimetableField, timetableWords } from '@/domain/rounds/timetable'
import { timetableOf } from '@/domain/rounds/timetable-of'
import { may } from '@/lib/access/policy'
import { resolveLocal } from '@/lib/time/resolve-local'
import { toLocal } from '@/lib/time/to-local'
import { listZones } from '@/lib/time/zones'
import { saveTimetable } from '../../actions'
import { DraftForm } from '../_parts/draft-form'
import { EnterLocalTime } from '../_parts/enter-local-time'
import { readRound, titleOfRound } from '../_parts/read-round'
import { RoundHead } from '../_parts/round-head'

type Props = PageProps<'/admin/rounds/[roundId]/timetable'>

export function generateMetadata(props: Props): Promise<Metadata> {
  return titleOfRound(props, 'Timetable')
}

export default async function TimetablePage(props: Props) {
  const { round, phase, person } = await readRound(props)
  const { saved } = await props.searchParams
  const editable = round.state === 'draft' && may(person, 'round.change') === 'yes'
  const entries = Object.entries(timetableOf(round)) as [TimetableField, Date][]
  return (
    <div className="wrap page space-y-8">
      <RoundHead round={round} phase={phase} part="timetable" saved={saved !== undefined} />
      <DraftForm action={saveTimetable} round={round} editable={editable}>
        <Select
          name="timetable.zone"
          label="Time zone of the entries"
          hint="Times are kept in UTC. Everyone sees them in their own zone and in UTC."
          defaultValue={round.zone}
          options={listZones().map((zone) => ({ value: zone, label: zone }))}
        />
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          {entries.map(([field, at]) => (
            <EnterLocalTime
              key={field}
              name={`timetable.${field}`}
              label={timetableWords[field]}
              local={toLocal(at, round.zone)}
              choose={chosen(at, round.zone)}
              hint={
                <>
                  Now <When at={at} zone={round.zone} />
                </>
              }
            />
          ))}
        </div>
      </DraftForm>
    </div>
  )
}

/** Which of two hours of the same name this instant is, where clocks go back. */
function chosen(at: Date, zone: string): 'earlier' | 'later' | undefined {
  const resolved = resolveLocal(toLocal(at, zone), zone)
  if (resolved.kind !== 'ambiguous') return undefined
  return resolved.instants[0].getTime() === at.getTime() ? 'earlier' : 'later'
}
