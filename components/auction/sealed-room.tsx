'use client'

import { useEffect, useState } from 'react'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { OwnWeight } from './own-weight'
import { PlaceSealedBid } from './place-sealed-bid'
import { PriceCell } from './room-board'
import { RoomFrame } from './room-frame'
import { useBidding } from './run-bidding'
import type { FormatRoomProps } from './run-room'
import { rememberedMinor, sealInBrowser } from './seal-in-browser'

/** A sealed bid this many times the reserve has to be typed again. */
const FAR_ABOVE = 20n

/** Sealed bids: each bidder sees its own bid and the clock, and nothing else until all are opened. */
export function SealedRoom({ room, facts, now, lost, refresh, children }: FormatRoomProps) {
  const { lot, me } = room
  const bid = me?.bid ?? null
  const reserveMinor = BigInt(lot.reserveMinor)
  const standingMinor = useRemembered(bid?.state === 'standing' ? bid.key : null)
  const sealTo =
    me?.recipient != null
      ? { roundId: lot.roundId, lotId: lot.lotId, bidderId: me.bidderId, recipient: me.recipient }
      : null
  const bidding = useBidding({
    lotId: lot.lotId,
    bodyOf: (minor) => ({ amountMinor: minor.toString() }),
    problemWith: (minor) => problemWith(minor, reserveMinor, standingMinor),
    typeAgainAboveMinor: FAR_ABOVE * reserveMinor,
    suggestedMinor: standingMinor,
    availableMinor: me?.limitMinor ? BigInt(me.limitMinor) : null,
    connected: !lost && sealTo !== null,
    ...(sealTo && { seal: (made) => sealInBrowser(made, sealTo) }),
    onAnswer: refresh,
  })
  const mayBid = me !== null && room.watching === null && lot.state === 'open'
  return (
    <RoomFrame
      room={room}
      facts={facts}
      now={now}
      lost={lost}
      bidding={bidding}
      whileOpen={`Closes ${formatInstant(new Date(lot.closesAt), facts.zone)}. A late bid does not move the close.`}
      price={<SealedPrice room={room} />}
      mine={<OwnBid room={room} minor={standingMinor} zone={facts.zone} />}
      form={
        mayBid &&
        sealTo && (
          <PlaceSealedBid
            label={lot.label}
            bidding={bidding}
            reserveMinor={reserveMinor}
            standing={bid?.state === 'standing'}
            standingMinor={standingMinor}
            disabled={lost}
            sealTo={sealTo}
            onAnswer={refresh}
          />
        )
      }
      side={
        lot.state === 'open' && (
          <p className="small soft">
            <b>What others see of your bid: nothing.</b> Not its amount, not when it came, not whether there
            is one. Your browser seals the amount before it leaves.{' '}
            {facts.practiceHref
              ? 'In this practice the portal itself has the key; in the real auction nobody has it before three custodians open all bids together.'
              : 'The programme cannot read it either, until three custodians open all bids together.'}
          </p>
        )
      }
      bar={{
        next: (
          <>
            Reserve <b>{formatMoney(reserveMinor)}</b>
          </>
        ),
        button: bid?.state !== 'standing' ? 'Hand in a sealed bid' : 'Replace or withdraw',
      }}
    >
      {me?.weight && (
        <OwnWeight
          weight={me.weight}
          reserveMinor={reserveMinor}
          amountMinor={bidding.readMinor ?? standingMinor ?? 2n * reserveMinor}
        />
      )}
      {children}
    </RoomFrame>
  )
}

function problemWith(minor: bigint, reserveMinor: bigint, standingMinor: bigint | null): string | undefined {
  if (minor < reserveMinor) return `A bid is at least the reserve of ${formatMoney(reserveMinor)}.`
  if (minor === standingMinor) return 'This is the bid that stands already.'
  return undefined
}

/** Until the opening the reserve is the only figure there is. */
function SealedPrice({ room }: Pick<FormatRoomProps, 'room'>) {
  const { lot, outcome } = room
  const sold = lot.state === 'final' && lot.priceMinor !== null
  const sentences: Record<typeof lot.state, string> = {
    waiting: 'Nobody can bid yet.',
    open: 'Bids are sealed until the close, and opened together.',
    suspended: 'Bids that were handed in stay sealed.',
    closed: lot.sealed?.opened
      ? 'All bids have been opened. The result is published once every step has been checked.'
      : 'Bidding is over. The bids are being opened.',
    final:
      outcome === 'unsold'
        ? 'No bid reached the reserve: not sold.'
        : `Reserve ${formatMoney(BigInt(lot.reserveMinor))}.`,
    cancelled: 'Bids that were handed in are never opened.',
  }
  return (
    <PriceCell
      room={room}
      title={sold ? 'Price' : 'Reserve'}
      minor={sold && lot.priceMinor !== null ? lot.priceMinor : lot.reserveMinor}
    >
      {sentences[lot.state]}
    </PriceCell>
  )
}

/** What this browser remembers of a bid that it sealed; nobody else could tell. */
function useRemembered(key: string | null): bigint | null {
  const [minor, setMinor] = useState<bigint | null>(null)
  useEffect(() => setMinor(key === null ? null : rememberedMinor(key)), [key])
  return minor
}

/** What stands under one's own name; its amount is what this browser remembers. */
function OwnBid({
  room: { me },
  minor,
  zone,
}: Pick<FormatRoomProps, 'room'> & { minor: bigint | null; zone: string }) {
  const bid = me?.bid
  if (!bid?.receivedAt || bid.state === 'none') return null
  const at = formatInstant(new Date(bid.receivedAt), zone)
  if (bid.state === 'withdrawn') return <p>You withdrew your bid {at}.</p>
  if (bid.state === 'outdated')
    return (
      <p>
        Your bid of {at} can no longer be opened: the round has a new key since. Hand it in again before the
        close.
      </p>
    )
  return (
    <p>
      Your sealed bid {minor !== null && <>{formatMoney(minor)}</>}, handed in {at}.{' '}
      {minor === null && 'Its amount is known only where it was sealed, until all bids are opened.'}
    </p>
  )
}
