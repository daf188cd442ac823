'use client'

import { PricePath } from '@/components/plots/price-path'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { describePath } from './describe-room'
import { PlaceBid } from './place-bid'
import { PriceCell } from './room-board'
import { RoomFrame } from './room-frame'
import { OneTap } from './room-side'
import { useBidding } from './run-bidding'
import type { FormatRoomProps } from './run-room'

/** The open ascending auction: everyone sees the price, each bidder its own maximum. */
export function OpenRoom({ room, facts, now, lost, refresh, children }: FormatRoomProps) {
  const { lot, me } = room
  const minimumMinor = BigInt(me?.minimumMinor ?? 0)
  const bidding = useBidding({
    lotId: lot.lotId,
    bodyOf: (minor) => ({ maxMinor: minor.toString() }),
    problemWith: (minor) =>
      minor < minimumMinor ? `The least valid maximum is now ${formatMoney(minimumMinor)}.` : undefined,
    typeAgainAboveMinor: 2n * minimumMinor,
    suggestedMinor: BigInt(me?.suggestedMinor ?? 0),
    availableMinor: me?.availableMinor ? BigInt(me.availableMinor) : null,
    connected: !lost,
    onAnswer: refresh,
  })
  const mayBid = me !== null && room.watching === null && me.minimumMinor !== null && lot.state === 'open'
  const leading = me?.standing === 'leading'
  const { window, extend } = facts.softCloseMinutes
  return (
    <RoomFrame
      room={room}
      facts={facts}
      now={now}
      lost={lost}
      bidding={bidding}
      whileOpen={`Closes ${formatInstant(new Date(lot.closesAt), facts.zone)}. A bid in the last ${window} minutes moves the close to ${extend} minutes after it.`}
      price={<Price room={room} />}
      mine={me?.maxMinor != null && <p>Your maximum {formatMoney(BigInt(me.maxMinor))}</p>}
      form={
        mayBid && (
          <PlaceBid
            label={lot.label}
            bidding={bidding}
            minimumMinor={minimumMinor}
            priceMinor={lot.priceMinor === null ? null : BigInt(lot.priceMinor)}
            leading={leading}
            disabled={lost}
          />
        )
      }
      side={mayBid && <OneTap bidding={bidding} />}
      bar={{
        next: lot.nextMinor !== null && (
          <>
            Next valid bid <b>{formatMoney(BigInt(lot.nextMinor))}</b>
          </>
        ),
        button: leading ? 'Raise my maximum' : 'Bid',
      }}
    >
      <h2>Price path</h2>
      <PricePath
        title={`Price of ${lot.label} since bidding opened`}
        description={describePath(room)}
        steps={room.path.map(({ at, priceMinor, mine }) => ({
          at: new Date(at),
          minor: BigInt(priceMinor),
          mine,
        }))}
        opensAt={new Date(lot.opensAt)}
        closesAt={new Date(lot.closesAt)}
        reserveMinor={BigInt(lot.reserveMinor)}
        now={lot.state === 'open' || lot.state === 'suspended' ? new Date(now) : undefined}
        csvHref={facts.practiceHref ? undefined : `/api/v1/lots/${lot.lotId}/prices.csv`}
      />
      {children}
    </RoomFrame>
  )
}

function Price({ room }: Pick<FormatRoomProps, 'room'>) {
  const { lot } = room
  const counts = [
    `${lot.bidders} ${lot.bidders === 1 ? 'bidder' : 'bidders'}`,
    `${lot.steps} ${lot.steps === 1 ? 'step' : 'steps'}`,
    ...(lot.priceMinor === null ? [] : ['reserve met']),
  ].join(', ')
  return (
    <PriceCell
      room={room}
      title={lot.priceMinor === null ? 'Reserve, no bid yet' : 'Current price'}
      minor={lot.priceMinor ?? lot.reserveMinor}
    >
      {lot.nextMinor !== null && `Next valid bid ${formatMoney(BigInt(lot.nextMinor))}. `}
      {counts}.
    </PriceCell>
  )
}
