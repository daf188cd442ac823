import { Countdown } from '@/components/time/countdown'
import { Vitals } from '@/components/ui/stepper'
import type { ControlRoom } from '@/domain/rounds/control-queries'
import { formatRemaining } from '@/lib/time/format-remaining'

/** Six figures of the round and of the machines that carry it. */
export function RoundFigures({ room, now }: { room: ControlRoom; now: Date }) {
  const { figures, lots, bidders, round } = room
  const closes = lots.flatMap(({ state, closesAt }) => (state === 'open' && closesAt ? [closesAt] : []))
  const last = closes.length > 0 ? new Date(Math.max(...closes.map((at) => at.getTime()))) : undefined
  const held = lots.flatMap(({ heldMs }) => heldMs ?? [])
  return (
    <Vitals
      items={[
        {
          term: held.length > 0 ? 'Time kept' : round.state === 'suspended' ? 'Suspended' : 'Time left',
          value:
            held.length > 0 ? (
              formatRemaining(Math.max(...held))
            ) : last && round.state === 'bidding' ? (
              <Countdown until={last.toISOString()} now={now.toISOString()} over="closing" />
            ) : (
              '–'
            ),
        },
        { term: 'Connected', value: `${figures.connected} of ${bidders.length}` },
        { term: 'Bids, last minute', value: figures.bidsLastMinute ?? 'private' },
        { term: 'Decision, p95', value: inMs(figures.decisionP95Ms) },
        { term: 'Clock skew', value: inMs(figures.clockSkewMs) },
        { term: 'Outbox waiting', value: figures.outbox },
      ]}
    />
  )
}

function inMs(value: number | null): string {
  if (value === null) return '–'
  return `${value < 10 ? Math.round(value * 10) / 10 : Math.round(value)} ms`
}
