import { Icon } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import type { MyStanding, RoomSnapshot } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { formatRemaining } from '@/lib/time/format-remaining'
import { lotStatus, standingWords } from './describe-room'
import type { RoomFacts } from './run-room'

/** The three things that matter: time, price, and how one stands. */
export function RoomBoard({ room, facts, now }: { room: RoomSnapshot; facts: RoomFacts; now: number }) {
  return (
    <div className="room">
      <TimeLeft room={room} facts={facts} now={now} />
      <Price room={room} />
      <div>{room.me ? <Mine me={room.me} /> : <Observer watching={room.watching} />}</div>
    </div>
  )
}

/** The words of the clock: it never says "closed" before the server does. */
export function timeWords({ lot }: RoomSnapshot, now: number): { title: string; value: string } {
  const closes = Date.parse(lot.closesAt)
  if (lot.state === 'waiting')
    return { title: 'Bidding opens in', value: formatRemaining(Date.parse(lot.opensAt) - now) }
  if (lot.state === 'suspended') return { title: 'Time kept', value: formatRemaining(lot.heldMs ?? 0) }
  if (lot.state !== 'open') return { title: 'Time left', value: '00:00:00' }
  const left = closes - now
  if (left <= 0) return { title: 'Closing', value: '00:00:00' }
  if (left >= 10_000) return { title: 'Time left', value: formatRemaining(left) }
  return { title: 'Time left', value: `00:00:0${(Math.floor(left / 100) / 10).toFixed(1)}` }
}

function TimeLeft({ room, facts, now }: { room: RoomSnapshot; facts: RoomFacts; now: number }) {
  const { lot, round } = room
  const { title, value } = timeWords(room, now)
  const { window, extend } = facts.softCloseMinutes
  const closes = formatInstant(new Date(lot.closesAt), facts.zone)
  const sentence: Record<typeof lot.state, string> = {
    waiting: `Opens ${formatInstant(new Date(lot.opensAt), facts.zone)}.`,
    open:
      title === 'Closing'
        ? 'Closing. Waiting for the server.'
        : `Closes ${closes}. A bid in the last ${window} minutes moves the close to ${extend} minutes after it.`,
    suspended: `Suspended: ${round.publicReason ?? ''} The time that was left is kept.`,
    closed: `Bidding closed ${closes}. The result is published once it has been checked.`,
    final: `Bidding closed ${closes}.`,
    cancelled: `Cancelled: ${round.publicReason ?? ''}`,
  }
  return (
    <div>
      <span className="k">{title}</span>
      <span className="v" role="timer" aria-live="off">
        <bdi dir="ltr">{value}</bdi>
      </span>
      <p className="sub">{sentence[lot.state]}</p>
    </div>
  )
}

function Price({ room: { lot } }: { room: RoomSnapshot }) {
  const { status, word } = lotStatus[lot.state]
  const shown = lot.priceMinor ?? lot.reserveMinor
  const counts = [
    `${lot.bidders} ${lot.bidders === 1 ? 'bidder' : 'bidders'}`,
    `${lot.steps} ${lot.steps === 1 ? 'step' : 'steps'}`,
    ...(lot.priceMinor === null ? [] : ['reserve met']),
  ].join(', ')
  return (
    <div>
      <span className="k">
        <span>{lot.priceMinor === null ? 'Reserve, no bid yet' : 'Current price'}</span>
        <Status status={status} word={word} />
      </span>
      <span className="v price" key={shown}>
        <bdi dir="ltr">
          <small>US$</small>
          {formatMoney(BigInt(shown)).replace('US$', '')}
        </bdi>
      </span>
      <p className="sub">
        {lot.nextMinor !== null && `Next valid bid ${formatMoney(BigInt(lot.nextMinor))}. `}
        {counts}.
      </p>
    </div>
  )
}

function Mine({ me }: { me: MyStanding }) {
  const { word, tone, icon } = standingWords[me.standing]
  return (
    <>
      <span className="k">You are paddle {me.paddle}</span>
      <span className="standing" data-tone={tone}>
        <Icon name={icon} />
        {word}
      </span>
      <p className="sub">
        {me.maxMinor !== null && (
          <>
            Your maximum {formatMoney(BigInt(me.maxMinor))}
            <br />
          </>
        )}
        {me.limitMinor === null
          ? `No bidding limit; ${formatMoney(BigInt(me.committedMinor))} stands committed`
          : `Your limit across all lots ${formatMoney(BigInt(me.limitMinor))}, of which ${formatMoney(BigInt(me.committedMinor))} stands committed`}
      </p>
    </>
  )
}

function Observer({ watching }: { watching: string | null }) {
  return (
    <>
      <span className="k">You are watching</span>
      <span className="standing" data-tone="quiet">
        <Icon name="eye" />
        Observer
      </span>
      {watching && <p className="sub">You cannot bid because {watching}</p>}
    </>
  )
}
