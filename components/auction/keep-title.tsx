'use client'

import { useEffect } from 'react'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { timeWords } from './describe-time'

/** The clock in the title of the tab, so that a bidder sees it from another one. */
export function KeepTitle({ room, now }: { room: RoomSnapshot; now: number }) {
  const { value } = timeWords(room, now)
  const clock = room.lot.state === 'open' ? value.slice(0, 8) : room.lot.state
  useEffect(() => {
    document.title = `${clock} · ${room.lot.label}.org auction · Short names in .ORG`
  }, [clock, room.lot.label])
  return null
}
