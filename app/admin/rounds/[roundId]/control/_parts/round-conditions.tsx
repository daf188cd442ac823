import { Conditions } from '@/components/ui/checks'
import type { ControlRoom } from '@/domain/rounds/control-queries'

/**
 * What must hold before the round can close and become final (R3.3, R6.8, R7.5, R9.4).
 * @param differences of the replay; undefined while it was not asked for
 */
export function RoundConditions({
  room: { round, lots },
  differences,
}: {
  room: ControlRoom
  differences: readonly { label: string; difference: string }[] | undefined
}) {
  const over = lots.filter(({ state }) => !['waiting', 'open', 'suspended'].includes(state)).length
  const wrong = differences?.[0]
  return (
    <>
      <h2>Before this round can {round.state === 'closed' ? 'be final' : 'close'}</h2>
      <Conditions
        items={[
          { text: 'Plan scores frozen by hash', met: round.scoresHash !== null },
          { text: 'Seed commitment published', met: round.secretHash !== null },
          { text: `All ${lots.length} lots closed (${over} of ${lots.length})`, met: over === lots.length },
          {
            text: wrong
              ? `Replay differs: ${wrong.label}.org. ${wrong.difference}`
              : 'Replay equal to the tables',
            met: round.state === 'final' || differences?.length === 0,
          },
        ]}
      />
    </>
  )
}
