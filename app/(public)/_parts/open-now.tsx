import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SectionHead } from '@/components/ui/section-head'
import type { RoundState } from '@/db/schema/rounds'
import type { PublicPhase } from '@/domain/rounds/public-queries'
import { RoundRows } from './round-rows'

/** What presses most comes first. */
const order: RoundState[] = [
  'bidding',
  'applications',
  'suspended',
  'review',
  'qualified',
  'closed',
  'approved',
]

/** Every round that is under way, as rows. */
export function OpenNow({ phases, zone, now }: { phases: PublicPhase[]; zone: string; now: Date }) {
  const rounds = phases
    .flatMap((phase) => phase.rounds)
    .filter(({ state }) => order.includes(state))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  const calendar = { href: '/rounds/calendar.ics', text: 'Add the dates to your calendar' }
  return (
    <section id="rounds" className="pt-6" aria-labelledby="open-now">
      <SectionHead title="Open now" id="open-now" {...(rounds.length > 0 && { link: calendar })} />
      {rounds.length > 0 ? (
        <RoundRows
          rounds={rounds}
          zone={zone}
          now={now}
          mixed={new Set(rounds.map(({ phase }) => phase)).size > 1}
        />
      ) : (
        <div className="mt-8">
          <EmptyState title="No round is open" action={<Button href="/labels">Browse the catalogue</Button>}>
            Rounds appear here when they are announced, with their names, dates and rules.
          </EmptyState>
        </div>
      )}
    </section>
  )
}
