'use client'

import { PricePath } from '@/components/plots/price-path'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { BidBar } from './bid-bar'
import { describePath } from './describe-room'
import { PlaceBid } from './place-bid'
import { PriceCell, RoomBoard } from './room-board'
import { RoomLog } from './room-log'
import { WhyNoBid } from './room-notices'
import { OneTap, RoomSide } from './room-side'
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
  const form = (
    <PlaceBid
      label={lot.label}
      bidding={bidding}
      minimumMinor={minimumMinor}
      priceMinor={lot.priceMinor === null ? null : BigInt(lot.priceMinor)}
      leading={leading}
      disabled={lost}
    />
  )
  const { window, extend } = facts.softCloseMinutes
  return (
    <div className={mayBid ? 'wrap has-bid-bar' : 'wrap'}>
      <RoomBoard
        room={room}
        zone={facts.zone}
        now={now}
        whileOpen={`Closes ${formatInstant(new Date(lot.closesAt), facts.zone)}. A bid in the last ${window} minutes moves the close to ${extend} minutes after it.`}
        price={<Price room={room} />}
        mine={me?.maxMinor != null && <p>Your maximum {formatMoney(BigInt(me.maxMinor))}</p>}
      />
      <div className="bid-row">
        <div>{mayBid ? form : <WhyNoBid room={room} />}</div>
        <RoomSide room={room} facts={facts}>
          {mayBid && <OneTap bidding={bidding} />}
        </RoomSide>
      </div>
      <div className="room-lower">
        <section>
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
        </section>
        <RoomLog room={room} />
      </div>
      {mayBid && (
        <BidBar
          room={room}
          bidding={bidding}
          disabled={lost}
          button={leading ? 'Raise my maximum' : 'Bid'}
          next={
            lot.nextMinor !== null && (
              <>
                Next valid bid <b>{formatMoney(BigInt(lot.nextMinor))}</b>
              </>
            )
          }
        >
          {form}
        </BidBar>
      )}
    </div>
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
