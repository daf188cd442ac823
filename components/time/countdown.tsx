'use client'

import { formatRemaining } from '@/lib/time/format-remaining'
import { useServerTime } from './tick-server-time'

/**
 * What is left until an instant, `11 d 23 h` or `00:56:38`, by the server's clock. Silent for assistive technology: the
 * close itself stands beside it in words. It decides nothing: the server does (R7.1).
 * `until` and `now` are ISO instants of the server; `over` is shown afterwards.
 */
export function Countdown({
  until,
  now,
  minutes = false,
  over = '00:00:00',
}: {
  until: string
  now: string
  minutes?: boolean
  over?: string
}) {
  const left = Date.parse(until) - useServerTime(now)
  return (
    <bdi dir="ltr" className="num whitespace-nowrap" role="timer" aria-live="off">
      {left > 0 ? formatRemaining(left, { minutes }) : over}
    </bdi>
  )
}
