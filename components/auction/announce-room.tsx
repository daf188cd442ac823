'use client'

import { useEffect, useRef, useState } from 'react'
import type { RoomSnapshot } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'
import { standingWords } from './describe-room'

const MARKS_S = [600, 300, 60, 30, 10]
const AT_MOST_EVERY_MS = 5000

/**
 * What a screen reader hears: politely the price and the minutes left, at most once in five seconds; at once only how
 * one stands. Nothing else in the room is live, so the clock stays silent.
 */
export function AnnounceRoom({ room, now, on }: { room: RoomSnapshot; now: number; on: boolean }) {
  const polite = usePrice(room, now)
  const standing = useChange(room.me ? standingWords[room.me.standing].word : '')
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

function usePrice({ lot }: RoomSnapshot, now: number): string {
  const [said, setSaid] = useState('')
  const last = useRef({ price: lot.priceMinor, mark: Number.POSITIVE_INFINITY, at: 0 })
  const left = Math.ceil((Date.parse(lot.closesAt) - now) / 1000)
  const mark = MARKS_S.find((seconds) => left > seconds - 2 && left <= seconds)
  useEffect(() => {
    const before = last.current
    if (lot.state === 'open' && mark !== undefined && mark < before.mark) {
      last.current = { ...before, mark }
      setSaid(mark >= 60 ? `${mark / 60} minutes left` : `${mark} seconds left`)
      return
    }
    if (left > MARKS_S[0]! && before.mark !== Number.POSITIVE_INFINITY)
      last.current = { ...before, mark: Number.POSITIVE_INFINITY }
    if (lot.priceMinor === before.price || now - before.at < AT_MOST_EVERY_MS) return
    last.current = { ...last.current, price: lot.priceMinor, at: now }
    if (lot.priceMinor !== null) setSaid(`Price ${formatMoney(BigInt(lot.priceMinor))}`)
  }, [lot.priceMinor, lot.state, mark, left, now])
  return said
}
