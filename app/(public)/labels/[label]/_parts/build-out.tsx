import { AsTable } from '@/components/plots/as-table'
import { PhaseRuler, type RulerKind } from '@/components/plots/phase-ruler'
import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import type { PublicBuildOut, PublicCommitment } from '@/domain/commitments/public-queries'
import {
  type PublicStanding,
  publicStandings,
  publicStandingWords,
} from '@/domain/commitments/public-standing'
import { lastMinuteOf } from '@/domain/commitments/rules'

const DAY = 86_400_000

const fills: Record<PublicStanding, RulerKind> = {
  ahead: 'planned',
  checked: 'review',
  late: 'bidding',
  kept: 'awards',
  'kept-late': 'awards',
  waived: 'closed',
  'not-kept': 'closed',
}
const words = {
  planned: 'Ahead',
  review: 'Being checked',
  bidding: 'Late',
  awards: 'Kept',
  closed: 'Waived or not kept',
}

/** What was promised for the name, for when, and how it stands: public, dated, without reasons or evidence (R12). */
export function BuildOut({ found, zone, now }: { found: PublicBuildOut; zone: string; now: Date }) {
  const { commitments, settledAt } = found
  const counts = publicStandings
    .map((standing) => [standing, commitments.filter((each) => each.standing === standing).length] as const)
    .filter(([, count]) => count > 0)
  const from = new Date(settledAt.getTime() - 7 * DAY)
  const ends = [now, ...commitments.flatMap(({ dueAt, since }) => [dueAt, since])]
  const to = new Date(Math.max(...ends.map((at) => at.getTime())) + 30 * DAY)
  return (
    <section aria-labelledby="build-out">
      <SectionHead title="What was promised" id="build-out" minor />
      <p className="mt-3">
        {counts
          .map(([standing, count]) => `${count} ${publicStandingWords[standing].toLowerCase()}`)
          .join(', ')}
        . Agreed <When at={settledAt} zone={zone} />.
      </p>
      <PhaseRuler
        title="Promises by date"
        description={commitments.map(inWords).join(' ')}
        rounds={commitments.map(({ number, dueAt, standing, since }) => ({
          name: `Promise ${number}`,
          bars: [{ kind: fills[standing], from: settledAt, to: endOf(standing, dueAt, since, now) }],
        }))}
        from={from}
        to={to}
        now={now}
        zone={zone}
        words={words}
      />
      <AsTable
        title="Promises by date"
        columns={[{ name: 'Promise' }, { name: 'Due by' }, { name: 'Stands' }, { name: 'Since' }]}
      >
        {commitments.map(({ number, milestone, dueAt, standing, since }) => (
          <tr key={number}>
            <td>
              {number}. {milestone}
            </td>
            <td>
              <When at={lastMinuteOf(dueAt)} zone={zone} />
            </td>
            <td>{publicStandingWords[standing]}</td>
            <td>
              <When at={since} zone={zone} />
            </td>
          </tr>
        ))}
      </AsTable>
    </section>
  )
}

/** A bar runs to the date that was promised; to when it was done, or to today, where that came later. */
function endOf(standing: PublicStanding, dueAt: Date, since: Date, now: Date): Date {
  if (standing === 'late') return now
  return standing === 'kept' || standing === 'kept-late' || standing === 'waived' ? since : dueAt
}

function inWords({ number, milestone, standing }: PublicCommitment): string {
  return `Promise ${number}, ${milestone}: ${publicStandingWords[standing].toLowerCase()}.`
}
