import type { RoundSettings, RoundState } from '@/db/schema/rounds'
import type { Timetable } from './timetable'
import { delayedSettings, shiftAfter } from './timetable-of'

/** The periods that can be extended, with the states in which they still lie ahead. */
export const periods = {
  applications: {
    closes: 'applicationsCloseAt',
    words: 'Applications are',
    in: ['approved', 'applications'],
  },
  bidding: {
    closes: 'biddingClosesAt',
    words: 'Bidding is',
    in: ['approved', 'applications', 'review', 'qualified', 'bidding'],
  },
} as const satisfies Record<string, { closes: keyof Timetable; words: string; in: readonly RoundState[] }>

export type Period = keyof typeof periods

/** The timetable with the close of a period, and every later instant, moved by so many minutes. */
export function extendBy<T extends Timetable>(round: T, period: Period, minutes: number): Timetable {
  return shiftAfter(round, justBefore(round[periods[period].closes]), minutes * 60_000)
}

/** The settings that belong to that timetable. */
export function delaySettingsBy(
  round: Timetable & { settings: RoundSettings },
  period: Period,
  minutes: number,
): RoundSettings {
  return delayedSettings(round.settings, justBefore(round[periods[period].closes]), minutes * 60_000)
}

/** The close itself moves too, and with it what falls on the same instant. */
function justBefore(at: Date): Date {
  return new Date(at.getTime() - 1)
}

/** `15 minutes`, `one day`, `2 days`. */
export function inWords(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? 'one day' : `${minutes / 1440} days`
  return minutes === 1 ? 'one minute' : `${minutes} minutes`
}
