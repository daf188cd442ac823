import { Icon } from '@/components/ui/icon'
import { Status } from '@/components/ui/status'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { lotStatus, standingOf } from './describe-room'
import { timeWords } from './describe-time'

/**
 * The three things that matter: time, price, and how one stands. `whileOpen` says what the clock means while bidding
 * runs; `price` is the cell of the format; `mine` what stands beneath one's standing.
 */
export function RoomBoard({
  room,
  zone,
  now,
  whileOpen,
  price,
  mine,
}: {
  room: RoomSnapshot
  zone: string
  now: number
  whileOpen: string
  price: React.ReactNode
  mine: React.ReactNode
}) {
  return (
    <div className="room">
      <TimeLeft room={room} zone={zone} now={now} whileOpen={whileOpen} />
      <div>{price}</div>
      <Mine room={room}>{mine}</Mine>
    </div>
  )
}

function TimeLeft({
  room,
  zone,
  now,
  whileOpen,
}: {
  room: RoomSnapshot
  zone: string
  now: number
  whileOpen: string
}) {
  const { lot, round } = room
  const { title, value } = timeWords(room, now)
  const closes = formatInstant(new Date(lot.closesAt), zone)
  const sentence: Record<typeof lot.state, string> = {
    waiting: `Opens ${formatInstant(new Date(lot.opensAt), zone)}.`,
    open: value === '00:00:00' ? 'Waiting for the server.' : whileOpen,
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

/** The one dominant number of the room, with what it is and where the lot stands. */
export function PriceCell({
  room: { lot },
  title,
  minor,
  children,
}: {
  room: RoomSnapshot
  title: string
  minor: string
  children: React.ReactNode
}) {
  const { status, word } = lotStatus[lot.state]
  return (
    <>
      <span className="k">
        <span>{title}</span>
        <Status status={status} word={word} />
      </span>
      <span className="v price" key={minor}>
        <bdi dir="ltr">
          <small>US$</small>
          {formatMoney(BigInt(minor)).replace('US$', '')}
        </bdi>
      </span>
      <p className="sub">{children}</p>
    </>
  )
}

function Mine({ room, children }: { room: RoomSnapshot; children: React.ReactNode }) {
  const { me, watching } = room
  const { word, tone, icon } = standingOf(room)
  return (
    <div>
      <span className="k">{me ? `You are paddle ${me.paddle}` : 'You are watching'}</span>
      <span className="standing" data-tone={tone}>
        <Icon name={icon} />
        {word}
      </span>
      <div className="sub">
        {me ? children : watching && <p>You cannot bid because {watching}</p>}
        {me && <p>{limitWords(me)}</p>}
      </div>
    </div>
  )
}

function limitWords({ bid, limitMinor, committedMinor }: NonNullable<RoomSnapshot['me']>): string {
  if (bid && limitMinor !== null)
    return `Your limit across all lots ${formatMoney(BigInt(limitMinor))}. Sealed bids count against it when they are opened`
  if (committedMinor === null) return 'What stands committed is shown with the result'
  const committed = formatMoney(BigInt(committedMinor))
  return limitMinor === null
    ? `No bidding limit; ${committed} stands committed`
    : `Your limit across all lots ${formatMoney(BigInt(limitMinor))}, of which ${committed} stands committed`
}
