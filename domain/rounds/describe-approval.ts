import type { Change } from '@/db/schema/system'
import { formatHundredths, formatWeight } from '@/domain/reviews/rules'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { describeSettings } from './describe-settings'
import { formatWords } from './format-words'
import type { Round } from './lock-round'
import { type Timetable, type TimetableField, timetableWords } from './timetable'
import { timetableOf } from './timetable-of'

/** What the second person of an approval reads: every lot with its reserve, the settings, the rubric, the timetable. */
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
      ...under('Names', lots.map(offered)),
      ...under('Settings', [
        added('Format', formatWords[round.format]),
        ...describeSettings(round.settings, round.format).map(({ setting, value }) => added(setting, value)),
      ]),
      ...under('How plans are judged', describeRubric(round.settings)),
      ...under('Timetable', describeTimetable(round, round.zone)),
    ],
  }
}

const added = (what: string, after: string): Change => ({ what, before: '', after })

const under = (group: string, changes: Change[]): Change[] => changes.map((change) => ({ ...change, group }))

function offered({ label, reserveMinor }: { label: string; reserveMinor: bigint }): Change {
  return added(`${label}.org`, `Offered, reserve ${formatMoney(reserveMinor)}`)
}

/** The criteria with their weights, what a plan needs to qualify, and by how many it is read (R6.1, R6.6). */
function describeRubric(settings: Round['settings']): Change[] {
  const { rubric, passLineHundredths, criterionMinimumHundredths, reviewersPerPlan } = settings
  return [
    ...rubric.map(({ name, weightBp }) => added(name, formatWeight(weightBp))),
    added('Pass line', `${formatHundredths(passLineHundredths)} of 100 points`),
    added('Least mean of each criterion', `${formatHundredths(criterionMinimumHundredths)} of 5`),
    added('Reviewers of each plan', `At least ${reviewersPerPlan}`),
  ]
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
