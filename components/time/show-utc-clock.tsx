'use client'

import { useServerTime } from './tick-server-time'

/** The time of the programme, `16:03:22 UTC`, carried on from the server's clock. `now` is its ISO instant. */
export function UtcClock({ now }: { now: string }) {
  const iso = new Date(useServerTime(now)).toISOString()
  return (
    <time dateTime={`${iso.slice(0, 19)}Z`}>
      <bdi dir="ltr">{iso.slice(11, 19)} UTC</bdi>
    </time>
  )
}
