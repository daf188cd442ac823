import { Countdown } from '@/components/time/countdown'
import { When } from '@/components/time/when'
import { Notice } from '@/components/ui/notice'
import { Badge } from '@/components/ui/status'
import { StateLine } from '@/components/ui/stepper'
import type { RoundState } from '@/db/schema/rounds'
import { formatWords } from '@/domain/rounds/format-words'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import type { RoundInFull } from '@/domain/rounds/public-queries'
import { roundName } from '@/domain/rounds/round-name'
import { formatDay } from '@/lib/time/format-instant'
import { countNames } from '../../../_parts/round-rows'

const line: RoundState[] = ['approved', 'applications', 'review', 'qualified', 'bidding', 'closed', 'final']

/** What the round is, where it stands and what is next; a suspension or cancellation with its public reason. */
export function RoundHead({ round, zone, now }: { round: RoundInFull; zone: string; now: Date }) {
  const { next } = round
  return (
    <header className="pt-6">
      <div className="row between items-start [--gap:2rem]">
        <div>
          <Badge status={round.status} word={roundStateWords[round.state]} />
          <h1 className="mt-2">{roundName(round)}</h1>
          <p className="lede mt-2">
            {formatWords[round.format]}, {countNames(round.lots.length)}.
          </p>
          {round.summary && <p className="soft mt-2">{round.summary}</p>}
        </div>
        {next && (
          <div className="act min-w-70">
            <span className="small muted">{next.what}</span>
            {next.at > now && (
              <span className="big-n">
                <Countdown until={next.at.toISOString()} now={now.toISOString()} minutes />
              </span>
            )}
            <span className="small soft block">
              <When at={next.at} zone={zone} />
            </span>
          </div>
        )}
      </div>
      {(round.state === 'suspended' || round.state === 'cancelled') && (
        <div className="mt-6">
          <Notice tone="warn" title={`This round is ${round.state}`}>
            {round.publicReason}
          </Notice>
        </div>
      )}
      {round.state !== 'cancelled' && (
        <StateLine
          label="States of the round"
          current={line.indexOf(round.stage)}
          live={round.state === 'bidding'}
          steps={line.map((state) => stepOf(round, state, zone))}
        />
      )}
    </header>
  )
}

/** A suspended round stands where it was stopped, and nothing runs there now. */
function stepOf(round: RoundInFull, state: RoundState, zone: string) {
  if (round.state !== 'suspended' || round.stage !== state)
    return { text: roundStateWords[state], note: dayOf(round, state, zone) }
  return { text: state === 'bidding' ? 'Bidding' : roundStateWords[state], note: 'Suspended' }
}

/** The day the round first entered a state: to resume is not to enter. */
function dayOf(round: RoundInFull, state: RoundState, zone: string): string | undefined {
  const move = round.moves.find(({ to }) => to === state)
  return move && formatDay(move.at, zone)
}
