'use client'

import { useEffect, useRef, useState } from 'react'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { newsOf, standingOf } from './describe-room'
import { countsTo } from './describe-time'

const MARKS_S = [600, 300, 60, 30, 10]
const AT_MOST_EVERY_MS = 5000

/**
 * What a screen reader hears: politely what is new for everyone and the minutes left, at most once in five seconds; at once only how
 * one stands. Nothing else in the room is live, so the clock stays silent.
 */
export function AnnounceRoom({ room, now, on }: { room: RoomSnapshot; now: number; on: boolean }) {
  const polite = useNews(room, now)
  const standing = useChange(room.me ? standingOf(room).word : '')
  return (
    <>
      <p className="sr-only" role="status">
        {on ? polite : ''}
      </p>
      <p className="sr-only" role="alert">
        {on ? standing : ''}
      </p>
    </>
  )
}

/** A text once it differs from the first one. */
function useChange(text: string): string {
  const [first] = useState(text)
  const changed = useRef(false)
  if (text !== first) changed.current = true
  return changed.current ? text : ''
}

function useNews(room: RoomSnapshot, now: number): string {
  const news = newsOf(room)
  const until = countsTo(room)
  const { state, clock } = room.lot
  const [said, setSaid] = useState('')
  const last = useRef({ news, mark: Number.POSITIVE_INFINITY, at: 0 })
  const left = Math.ceil((Date.parse(until) - now) / 1000)
  const mark = MARKS_S.find((seconds) => left > seconds - 2 && left <= seconds)
  const counts = state === 'open' && (!clock || clock.state === 'round')
  useEffect(() => {
    const before = last.current
    if (counts && mark !== undefined && mark < before.mark) {
      last.current = { ...before, mark }
      setSaid(mark >= 60 ? `${mark / 60} minutes left` : `${mark} seconds left`)
      return
    }
    if (before.mark !== Number.POSITIVE_INFINITY && left > before.mark + 2)
      last.current = { ...before, mark: Number.POSITIVE_INFINITY }
    if (news === before.news || now - before.at < AT_MOST_EVERY_MS) return
    last.current = { ...last.current, news, at: now }
    if (news !== '') setSaid(news)
  }, [news, counts, mark, left, now])
  return said
}
