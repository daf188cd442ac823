'use client'

import { useEffect, useState } from 'react'

/**
 * The server's time, carried on by the browser's monotonic clock: a wrong or changed clock on the viewer's side shifts
 * nothing. Starts at the instant the server rendered, so that hydration finds the same text; `onLoad` counts from the
 * arrival of the document, for what is rendered once per visit.
 * @param serverNow ISO instant from the server's clock
 * @returns milliseconds since the epoch
 */
export function useServerTime(serverNow: string, { everyMs = 1000, onLoad = false } = {}): number {
  const rendered = Date.parse(serverNow)
  const [now, setNow] = useState(rendered)
  useEffect(() => {
    const [load] = onLoad ? performance.getEntriesByType('navigation') : []
    const start = load ? (load as PerformanceNavigationTiming).responseStart : performance.now()
    const tick = () => setNow(rendered + performance.now() - start)
    tick()
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [rendered, everyMs, onLoad])
  return now
}
