'use client'

import { useEffect, useState } from 'react'

/** The server's clock as the browser knows it: what to add to `performance.now()`, and how long a reading took. */
export type Clock = { offsetMs: number; wayMs: number | null }

const EVERY_MS = 30_000
const READINGS = 3

/**
 * The server's clock, measured on arrival and every 30 s: of three readings the one with the shortest way counts. Until
 * the first one it starts from the instant the page was rendered. The device's own clock is never asked.
 */
export function useServerClock(renderedAt: string): Clock {
  const [clock, setClock] = useState<Clock>(() => ({
    offsetMs: Date.parse(renderedAt) - performance.now(),
    wayMs: null,
  }))
  useEffect(() => {
    let stopped = false
    const measure = async () => {
      let best: Clock | undefined
      for (let reading = 0; reading < READINGS; reading++) {
        const one = await readClock().catch(() => undefined)
        if (one && (!best || (one.wayMs ?? 0) < (best.wayMs ?? 0))) best = one
      }
      if (best && !stopped) setClock(best)
    }
    void measure()
    const timer = setInterval(measure, EVERY_MS)
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [])
  return clock
}

async function readClock(): Promise<Clock> {
  const sent = performance.now()
  const response = await fetch('/api/time', { cache: 'no-store', signal: AbortSignal.timeout(4000) })
  const { now } = (await response.json()) as { now: number }
  const wayMs = performance.now() - sent
  return { offsetMs: now - (sent + wayMs / 2), wayMs }
}

/**
 * The server's time in milliseconds since the epoch, ticking: every second, and ten times as often in the last ten
 * seconds before `until`.
 */
export function useServerNow(clock: Clock, renderedAt: string, until: number): number {
  const [now, setNow] = useState(() => Date.parse(renderedAt))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const at = performance.now() + clock.offsetMs
      setNow(at)
      const left = until - at
      timer = setTimeout(tick, left > 0 && left < 11_000 ? 100 : 1000 - (at % 1000))
    }
    tick()
    return () => clearTimeout(timer)
  }, [clock, until])
  return now
}
