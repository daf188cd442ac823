import Link from 'next/link'
import { Sort } from '@/components/labels/sort'
import { Countdown } from '@/components/time/countdown'
import { When } from '@/components/time/when'
import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import { formatWords } from '@/domain/rounds/format-words'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import type { PublicRound } from '@/domain/rounds/public-queries'
import { roundName } from '@/domain/rounds/round-name'

const MOST_SORTS = 6

/**
 * Rounds as rows: where each stands, some of its names, what is next and the way in. `mixed`: of several phases, whose
 * rounds share their numbers.
 */
export function RoundRows({
  rounds,
  zone,
  now,
  mixed = false,
}: {
  rounds: PublicRound[]
  zone: string
  now: Date
  mixed?: boolean
}) {
  return (
    <ul className="open-list">
      {rounds.map((round) => (
        <li key={round.id} className={round.state === 'bidding' ? 'is-live' : undefined}>
          <div>
            <Status status={round.status} word={roundStateWords[round.state]} />
            <h3>
              <Link href={round.path} className="text-ink! no-underline! hover:underline!" prefetch={false}>
                {roundName(round)}
              </Link>
            </h3>
            <p className="small soft">
              {mixed && `Phase ${round.phase}. `}
              {formatWords[round.format]}, {countNames(round.lots.length)}
            </p>
          </div>
          <SomeNames round={round} />
          <div className="when small">
            {round.next ? (
              <>
                <span className="muted">{round.next.what}</span>
                <br />
                <When at={round.next.at} zone={zone} relative={now} />
              </>
            ) : (
              <span className="soft">{round.publicReason}</span>
            )}
          </div>
          <div className="left">
            {round.next && round.next.at > now && (
              <>
                <b>
                  <Countdown until={round.next.at.toISOString()} now={now.toISOString()} />
                </b>
                left
              </>
            )}
          </div>
          <div className="act">
            <WayIn round={round} />
          </div>
        </li>
      ))}
    </ul>
  )
}

export function countNames(count: number): string {
  return count === 1 ? 'one name' : `${count.toLocaleString('en')} names`
}

function SomeNames({ round }: { round: PublicRound }) {
  const shown = round.lots.slice(0, MOST_SORTS)
  const others = round.lots.length - shown.length
  return (
    <div className="sorts">
      {shown.map(({ label, status }) => (
        <Sort key={label} label={label} status={status} size={34} href={`/labels/${label}`} />
      ))}
      {others > 0 && <span className="more">+{others}</span>}
    </div>
  )
}

function WayIn({ round }: { round: PublicRound }) {
  if (round.state === 'bidding')
    return (
      <Button href={round.path} variant="live">
        Watch the bidding
      </Button>
    )
  if (round.state === 'applications')
    return (
      <Button href={round.path} variant="primary">
        See the names
      </Button>
    )
  if (round.state === 'final') return <Button href={`/results#round-${round.slug}`}>See the results</Button>
  return <Button href={round.path}>Follow the round</Button>
}
