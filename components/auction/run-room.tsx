'use client'

import { useState } from 'react'
import { PricePath } from '@/components/plots/price-path'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { AnnounceRoom } from './announce-room'
import { BidBar } from './bid-bar'
import { describePath } from './describe-room'
import { KeepTitle } from './keep-title'
import { useServerClock, useServerNow } from './measure-clock'
import { PlaceBid } from './place-bid'
import { RoomBoard } from './room-board'
import { RoomLog } from './room-log'
import { RoomNotices, WhyNoBid } from './room-notices'
import { RoomSide } from './room-side'
import { RoomTop } from './room-top'
import { useBidding } from './run-bidding'
import { useLive } from './watch-live'

export type RoomFacts = {
  roundName: string
  roundHref: string
  zone: string
  softCloseMinutes: { window: number; extend: number }
}

/**
 * The auction room of one lot. It starts from the snapshot the server rendered and replaces it whole, through the same
 * query, whenever the lot, the round or the bidder changed: what is shown always comes from one reading.
 */
export function RunRoom({
  first,
  facts,
  children,
}: {
  first: RoomSnapshot
  facts: RoomFacts
  /** What never changes while bidding lasts: the increments. */
  children: React.ReactNode
}) {
  const [room, setRoom] = useState(first)
  const [spoken, setSpoken] = useState(true)
  const { lot, me } = room
  const refresh = async () => {
    const response = await fetch(`/api/v1/lots/${lot.lotId}/mine`, { cache: 'no-store' })
    if (response.status === 404) return location.reload()
    if (!response.ok) throw new Error('The room could not be read.')
    const next = (await response.json()) as RoomSnapshot
    setRoom((now) => (next.lot.sequence >= now.lot.sequence ? next : now))
  }
  const topics = [`lot:${lot.lotId}`, `round:${lot.roundId}`, ...(me ? [`bidder:${me.bidderId}`] : [])]
  const connection = useLive(topics, refresh)
  const clock = useServerClock(first.now)
  const now = useServerNow(clock, first.now, Date.parse(lot.closesAt))
  const lost = connection === 'lost'
  const bidding = useBidding({
    lotId: lot.lotId,
    minimumMinor: BigInt(me?.minimumMinor ?? 0),
    suggestedMinor: BigInt(me?.suggestedMinor ?? 0),
    availableMinor: me?.availableMinor ? BigInt(me.availableMinor) : null,
    connected: !lost,
    onAnswer: () => void refresh(),
  })
  const mayBid = me !== null && room.watching === null && me.minimumMinor !== null && lot.state === 'open'
  const form = {
    label: lot.label,
    bidding,
    minimumMinor: BigInt(me?.minimumMinor ?? 0),
    priceMinor: lot.priceMinor === null ? null : BigInt(lot.priceMinor),
    leading: me?.standing === 'leading',
    disabled: lost,
  }

  return (
    <div className={mayBid ? 'has-bid-bar' : undefined}>
      <KeepTitle room={room} now={now} />
      <AnnounceRoom room={room} now={now} on={spoken} />
      <RoomTop
        room={room}
        facts={facts}
        connection={connection}
        wayMs={clock.wayMs}
        now={now}
        spoken={spoken}
        onSpoken={setSpoken}
      />
      <div className="wrap">
        <RoomNotices room={room} lost={lost} />
        <RoomBoard room={room} facts={facts} now={now} />
        <div className="bid-row">
          <div>{mayBid ? <PlaceBid {...form} /> : <WhyNoBid room={room} />}</div>
          <RoomSide room={room} facts={facts} bidding={mayBid ? bidding : undefined} />
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
              csvHref={`/api/v1/lots/${lot.lotId}/prices.csv`}
            />
            {children}
          </section>
          <RoomLog room={room} />
        </div>
      </div>
      {mayBid && <BidBar {...form} nextMinor={lot.nextMinor} standing={me.standing} />}
    </div>
  )
}
