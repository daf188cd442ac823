'use client'

import { useEffect, useRef, useState } from 'react'
import { shareStream } from './share-stream'

/** How the room hears from the server. Bids are off while it is `lost`. */
export type Connection = 'connecting' | 'live' | 'delayed' | 'reconnecting' | 'lost'

/** Heartbeats come every five seconds. */
const DELAYED_MS = 7_000
const LOST_MS = 20_000
/** The most often that a room is read again, and the least often: changes that no event told of, and a living session. */
const AT_MOST_EVERY_MS = 800
const AT_LEAST_EVERY_MS = 60_000

/**
 * Calls `refresh` when one of the topics changed: at once, then at most every 0.8 s, and never two at a time. Whatever
 * it reads, it reads through the ordinary query. Returns how the connection stands.
 */
export function useLive(topics: readonly string[], refresh: () => Promise<void>): Connection {
  const [connection, setConnection] = useState<Connection>('connecting')
  const latest = useRef(refresh)
  latest.current = refresh
  const key = topics.join(',')

  useEffect(() => {
    const versions = new Map<string, string>()
    let lastSign = performance.now()
    let lastRead = 0
    let due: ReturnType<typeof setTimeout> | undefined
    let reading = false
    let again = false
    let stopped = false

    const read = async () => {
      due = undefined
      reading = true
      again = false
      lastRead = performance.now()
      await latest.current().catch(() => {
        again = true
      })
      reading = false
      if (again && !stopped) readSoon()
    }
    const readSoon = () => {
      if (reading) again = true
      else due ??= setTimeout(read, Math.max(0, lastRead + AT_MOST_EVERY_MS - performance.now()))
    }
    const sign = () => {
      lastSign = performance.now()
      setConnection('live')
    }
    const stop = shareStream(key.split(','), {
      onVersion: (topic, version) => {
        sign()
        if (versions.get(topic) === version) return
        versions.set(topic, version)
        readSoon()
      },
      onBeat: sign,
      onState: (state) => (state === 'live' ? sign() : setConnection('reconnecting')),
    })
    const watch = setInterval(() => {
      const silent = performance.now() - lastSign
      if (silent > LOST_MS) setConnection('lost')
      else if (silent > DELAYED_MS) setConnection((now) => (now === 'live' ? 'delayed' : now))
      if (performance.now() - lastRead > AT_LEAST_EVERY_MS) readSoon()
    }, 1000)
    return () => {
      stopped = true
      clearInterval(watch)
      clearTimeout(due)
      stop()
    }
  }, [key])
  return connection
}
