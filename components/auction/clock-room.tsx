'use client'

import { useState } from 'react'
import type { ClockSnapshot, RoomSnapshot } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { type ClockChoice, problemWithChoice } from './choose-clock-bid'
import { countRemaining } from './describe-room'
import { PlaceClockBid } from './place-clock-bid'
import { PriceCell } from './room-board'
import { RoomFrame } from './room-frame'
import { RoundTable } from './round-table'
import { useBidding } from './run-bidding'
import type { FormatRoomProps } from './run-room'

/** The ascending clock: rounds with a start and an end price, and recesses in which the next prices are known. */
export function ClockRoom({ room, facts, now, lost, refresh, children }: FormatRoomProps) {
  const { lot, me } = room
  const { clock } = lot
  const place = me?.place ?? null
  const [choice, setChoice] = useState<ClockChoice>('stay')
  const startMinor = BigInt(clock?.startMinor ?? 0)
  const endMinor = BigInt(clock?.endMinor ?? 0)
  const round = clock?.round ?? 0
  const availableMinor = me?.availableMinor ? BigInt(me.availableMinor) : null
  const bidding = useBidding({
    lotId: lot.lotId,
    bodyOf: (minor) => ({ round, amountMinor: minor.toString() }),
    problemWith: (minor) => problemWithChoice(choice, minor, { startMinor, endMinor }),
    typeAgainAboveMinor: 2n * endMinor,
    suggestedMinor: null,
    availableMinor,
    connected: !lost,
    onAnswer: refresh,
  })
  const mayBid =
    me !== null &&
    room.watching === null &&
    lot.state === 'open' &&
    clock?.state === 'round' &&
    !place?.exited
  return (
    <RoomFrame
      room={room}
      facts={facts}
      now={now}
      lost={lost}
      bidding={bidding}
      whileOpen={clock ? timeSentence(clock, facts.zone) : ''}
      price={clock && <ClockPrice room={room} clock={clock} />}
      mine={<OwnPlace room={room} />}
      form={
        mayBid && (
          <PlaceClockBid
            label={lot.label}
            bidding={bidding}
            choice={choice}
            onChoice={(next) => {
              setChoice(next)
              bidding.setText('')
            }}
            prices={{ round, startMinor, endMinor }}
            place={place}
            availableMinor={availableMinor}
            disabled={lost}
          />
        )
      }
      whyNot={clock && <Between room={room} clock={clock} />}
      side={
        clock &&
        lot.state === 'open' && (
          <p className="small soft">
            After a round everyone learns how many remain and the next prices and times. Nobody learns who bid
            what.
          </p>
        )
      }
      bar={{
        next: (
          <>
            Ends at <b>{formatMoney(endMinor)}</b>
          </>
        ),
        button: `Bid in round ${round}`,
      }}
    >
      <RoundTable label={lot.label} rounds={room.rounds} next={clock?.next ?? null} />
      {children}
    </RoomFrame>
  )
}

function timeSentence({ state, round, endsAt, next }: ClockSnapshot, zone: string): string {
  if (state === 'stopped') return 'At most one bidder remains. The result is being worked out.'
  if (state === 'round')
    return `Round ${round} ends ${endsAt ? formatInstant(new Date(endsAt), zone) : 'soon'}.`
  if (!next) return ''
  const recess = state === 'recess' ? `Recess after round ${round}. ` : ''
  return `${recess}Round ${next.round} runs from ${formatInstant(new Date(next.opensAt), zone)} to ${formatInstant(new Date(next.endsAt), zone)}.`
}

/** The end price is the number that decides who stays: it stands large. */
function ClockPrice({ room, clock }: { room: RoomSnapshot; clock: ClockSnapshot }) {
  const { lot } = room
  const { state, round, next, startMinor, endMinor, remaining } = clock
  const left = `${countRemaining(remaining)}.`
  if (lot.state === 'final' && lot.priceMinor !== null)
    return (
      <PriceCell room={room} title="Price" minor={lot.priceMinor}>
        The clock stopped after round {round}.
      </PriceCell>
    )
  if (state === 'stopped' || (state !== 'round' && !next))
    return (
      <PriceCell room={room} title={`End price of round ${round}`} minor={endMinor}>
        {left} The winner pays the highest price at which another left, never below the reserve.
      </PriceCell>
    )
  const shown =
    state === 'round' ? { round, startMinor, endMinor } : (next ?? { round, startMinor, endMinor })
  return (
    <PriceCell room={room} title={`Round ${shown.round}: price at its end`} minor={shown.endMinor}>
      It starts at {formatMoney(BigInt(shown.startMinor))}. {left}
    </PriceCell>
  )
}

/** What this bidder stands at; nobody else is told. */
function OwnPlace({ room: { me, lot } }: { room: RoomSnapshot }) {
  const place = me?.place
  if (!place) return null
  const { bidThisRound, proxyMinor, standingMinor, exited } = place
  const running = lot.clock?.state === 'round'
  return (
    <>
      {exited && standingMinor !== null && <p>You left at {formatMoney(BigInt(standingMinor))}</p>}
      {running && bidThisRound !== null && <p>Your bid in this round {formatMoney(BigInt(bidThisRound))}</p>}
      {!exited && proxyMinor !== null && <p>Your bid for later rounds {formatMoney(BigInt(proxyMinor))}</p>}
      {!exited && proxyMinor === null && standingMinor !== null && (
        <p>After earlier rounds you stand at {formatMoney(BigInt(standingMinor))}</p>
      )}
    </>
  )
}

/** Why there is no form while the lot is open. */
function Between({ room: { me }, clock }: { room: RoomSnapshot; clock: ClockSnapshot }) {
  const place = me?.place
  if (place?.exited)
    return <p>You are out of this auction; leaving cannot be taken back. You can watch it to its end.</p>
  if (clock.state === 'stopped') return <p>The clock has stopped: no more bids. The result follows.</p>
  if (!clock.next) return null
  const { round, startMinor, endMinor } = clock.next
  const proxyMinor = place?.proxyMinor ? BigInt(place.proxyMinor) : null
  return (
    <>
      <p>
        Round {round} goes from <b>{formatMoney(BigInt(startMinor))}</b> to{' '}
        <b>{formatMoney(BigInt(endMinor))}</b>. The form appears here when it opens.
      </p>
      {proxyMinor !== null && (
        <p className="mt-2">
          {proxyMinor >= BigInt(endMinor)
            ? `Your bid of ${formatMoney(proxyMinor)} keeps you in through round ${round}; you need do nothing.`
            : `Your bid of ${formatMoney(proxyMinor)} does not reach the end of round ${round}: without a new bid you leave there.`}
        </p>
      )}
    </>
  )
}
