import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { describeSettings } from './describe-settings'
import { formatWords } from './format-words'
import type { Round } from './lock-round'
import { type Timetable, type TimetableField, timetableWords } from './timetable'
import { timetableOf } from './timetable-of'

/** What the second person of an approval reads: the timetable, every lot with its reserve, and the hash. */
export function describeApproval(
  round: Round,
  lots: readonly { label: string; reserveMinor: bigint }[],
  hash: string,
) {
  const count = lots.length === 1 ? 'one name' : `${lots.length} names`
  return {
    object: round.id,
    summary: `Approve round ${round.number}, “${round.name}”, with ${count} and the settings ${hash.slice(0, 8)}.`,
    typed: `round ${round.number}`,
    changes: [
      { what: 'Format', before: '', after: formatWords[round.format] },
      ...describeSettings(round.settings, round.format).map(({ setting, value }) => ({
        what: setting,
        before: '',
        after: value,
      })),
      ...describeTimetable(round, round.zone),
      ...lots.map(({ label, reserveMinor }) => ({
        what: `${label}.org`,
        before: 'released',
        after: `offered at ${formatMoney(reserveMinor)}`,
      })),
    ],
  }
}

/** The timetable as changes: all of it, or what differs between two. */
export function describeTimetable(timetable: Timetable, zone: string, before?: Timetable) {
  const entries = Object.entries(timetableOf(timetable)) as [TimetableField, Date][]
  return entries
    .filter(([field, at]) => before?.[field].getTime() !== at.getTime())
    .map(([field, at]) => ({
      what: timetableWords[field],
      before: before ? formatInstant(before[field], zone) : '',
      after: formatInstant(at, zone),
    }))
}
