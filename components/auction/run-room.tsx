'use client'

import { useState } from 'react'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { AnnounceRoom } from './announce-room'
import { ClockRoom } from './clock-room'
import { countsTo } from './describe-time'
import { isFresher } from './keep-freshest'
import { KeepTitle } from './keep-title'
import { useServerClock, useServerNow } from './measure-clock'
import { OpenRoom } from './open-room'
import { RoomNotices } from './room-notices'
import { RoomTop } from './room-top'
import { SealedRoom } from './sealed-room'
import { useLive } from './watch-live'

export type RoomFacts = {
  roundName: string
  roundHref: string
  /** Set in a practice (R3.6), whose prices are no data. */
  practiceHref?: string | null
  zone: string
  /** The programme's telephone, where there is one. */
  bidDesk?: { number: string; href: string }
  softCloseMinutes: { window: number; extend: number }
}

/** What the room of a format is given: one reading of everything, and how to ask for the next. */
export type FormatRoomProps = {
  room: RoomSnapshot
  facts: RoomFacts
  /** The server's time, in milliseconds. */
  now: number
  /** The connection is lost: bids are off. */
  lost: boolean
  refresh: () => void
  /** What never changes while bidding lasts: the rules, the increments. */
  children: React.ReactNode
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
    setRoom((shown) => (isFresher(next, shown) ? next : shown))
  }
  const topics = [`lot:${lot.lotId}`, `round:${lot.roundId}`, ...(me ? [`bidder:${me.bidderId}`] : [])]
  const connection = useLive(topics, refresh)
  const clock = useServerClock(first.now)
  const now = useServerNow(clock, first.now, Date.parse(countsTo(room)))
  const lost = connection === 'lost'
  const FormatRoom = roomOf(room)
  return (
    <>
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
        <RoomNotices room={room} lost={lost} bidDesk={facts.bidDesk} />
      </div>
      <FormatRoom room={room} facts={facts} now={now} lost={lost} refresh={() => void refresh()}>
        {children}
      </FormatRoom>
    </>
  )
}

/** The one place where the room asks for the format. */
function roomOf({ lot }: RoomSnapshot) {
  switch (lot.format) {
    case 'open-ascending':
      return OpenRoom
    case 'ascending-clock':
      return ClockRoom
    default:
      return SealedRoom
  }
}
