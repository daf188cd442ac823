'use client'

import { useEffect, useState } from 'react'
import { carryServerTime } from './carry-server-time'

/** What to add to `performance.now()` to have the server's time, as this document has learnt it so far. */
let offsetMs: number | undefined

/**
 * The server's time, carried on by the browser's monotonic clock: a wrong or changed clock on the viewer's side shifts
 * nothing. Starts at the instant the server rendered, so that hydration finds the same text. All clocks of a document
 * share what it learnt, so that they agree.
 * @param serverNow ISO instant from the server's clock
 * @returns milliseconds since the epoch
 */
export function useServerTime(serverNow: string, { everyMs = 1000 } = {}): number {
  const rendered = Date.parse(serverNow)
  const [now, setNow] = useState(rendered)
  useEffect(() => {
    // The first reading came with the document itself, however late it was hydrated.
    const seenMs = offsetMs === undefined ? documentArrived() : performance.now()
    const offset = carryServerTime(offsetMs, { serverMs: rendered, seenMs })
    offsetMs = offset
    const tick = () => setNow(offset + performance.now())
    tick()
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [rendered, everyMs])
  return now
}

function documentArrived(): number {
  const [load] = performance.getEntriesByType('navigation')
  return load ? (load as PerformanceNavigationTiming).responseStart : performance.now()
}
