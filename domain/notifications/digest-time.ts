import { Temporal } from 'temporal-polyfill'
import { resolveLocal } from '@/lib/time/resolve-local'
import { toLocal } from '@/lib/time/to-local'
import { isZone } from '@/lib/time/zones'

/** The local hour of the daily digest. */
const HOUR = 7

export type DigestTime = { day: string; from: Date }

/**
 * The newest digest that is due at an instant: the day of the person's own calendar, and when its seven o'clock was. In a
 * zone where clocks jump over seven, the next whole hour takes its place; where it comes twice, the first.
 */
export function digestTime(at: Date, timeZone: string | null): DigestTime {
  const zone = timeZone !== null && isZone(timeZone) ? timeZone : 'UTC'
  const today = Temporal.PlainDate.from(toLocal(at, zone).slice(0, 10))
  const newest = sevenOn(today, zone)
  return newest.from <= at ? newest : sevenOn(today.subtract({ days: 1 }), zone)
}

function sevenOn(date: Temporal.PlainDate, zone: string): DigestTime {
  const day = date.toString()
  for (let hour = HOUR; hour < 24; hour++) {
    const { instants } = resolved(`${day}T${String(hour).padStart(2, '0')}:00`, zone)
    if (instants[0]) return { day, from: instants[0] }
  }
  // A day that a zone left out altogether, as Samoa did: its digest is the one before.
  return sevenOn(date.subtract({ days: 1 }), zone)
}

function resolved(local: string, zone: string): { instants: readonly Date[] } {
  const found = resolveLocal(local, zone)
  return found.kind === 'refused' ? { instants: [] } : found
}
