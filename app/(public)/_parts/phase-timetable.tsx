import { PhaseRuler } from '@/components/plots/phase-ruler'
import { SectionHead } from '@/components/ui/section-head'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { phaseBars } from '@/domain/rounds/phase-bars'
import type { PublicPhase } from '@/domain/rounds/public-queries'
import { countNames } from './round-rows'

const MARGIN = 10 * 86_400_000

/** A phase on its ruler, round by round. Cancelled rounds are not drawn. */
export function PhaseTimetable({ phase, zone, now }: { phase: PublicPhase; zone: string; now: Date }) {
  const rounds = phase.rounds.filter(({ state }) => state !== 'cancelled')
  if (rounds.length === 0) return null
  const drawn = rounds.map((round) => ({
    name: `Round ${round.number}`,
    bars: phaseBars(round.stage, round.timetable),
  }))
  const ends = drawn.flatMap(({ bars }) => bars.flatMap(({ from, to }) => [from.getTime(), to.getTime()]))
  const names = rounds.reduce((sum, { lots }) => sum + lots.length, 0)
  const description = rounds
    .map(({ number, state }) => `Round ${number}: ${roundStateWords[state]}.`)
    .join(' ')
  return (
    <section className="sec" aria-labelledby={`phase-${phase.number}`}>
      <SectionHead title={`Phase ${phase.number}, round by round`} id={`phase-${phase.number}`}>
        {countNames(names)} in {rounds.length === 1 ? 'one round' : `${rounds.length} rounds`}
      </SectionHead>
      <PhaseRuler
        title={`Timetable of phase ${phase.number}`}
        description={description}
        rounds={drawn}
        from={new Date(Math.min(...ends) - MARGIN)}
        to={new Date(Math.max(...ends) + MARGIN)}
        now={now}
        zone={zone}
      />
    </section>
  )
}
