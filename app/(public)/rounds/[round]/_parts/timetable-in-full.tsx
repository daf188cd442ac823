import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import type { RoundInFull } from '@/domain/rounds/public-queries'
import { type TimetableField, timetableWords } from '@/domain/rounds/timetable'
import { formatInstant } from '@/lib/time/format-instant'

/** The ten instants (R3.2), in the viewer's zone with UTC, and in the zone they were entered in where that differs. */
export function TimetableInFull({ round, zone, now }: { round: RoundInFull; zone: string; now: Date }) {
  const entries = Object.entries(round.timetable) as [TimetableField, Date][]
  const other = round.zone !== zone && round.zone !== 'UTC'
  return (
    <section aria-labelledby="timetable">
      <SectionHead title="Timetable" id="timetable" minor />
      <TableFrame label="Timetable">
        <table className="tbl">
          <caption className="sr-only">Timetable of round {round.number}</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">When</th>
              {other && (
                <th scope="col" className="max-md:hidden">
                  Where it was set
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {entries.map(([field, at]) => (
              <tr key={field} className={at <= now ? 'text-ink-3' : undefined}>
                <th scope="row">{timetableWords[field]}</th>
                <td>
                  <When at={at} zone={zone} relative={now} />
                </td>
                {other && (
                  <td className="soft max-md:hidden">
                    <bdi dir="ltr">{formatInstant(at, round.zone).replace(/ \([^)]*\)$/, '')}</bdi>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      <p className="small muted mt-2 max-w-none">
        A period includes the instant it opens and ends just before the instant it closes. Entered in{' '}
        {round.zone.replaceAll('_', ' ')}.
      </p>
    </section>
  )
}
