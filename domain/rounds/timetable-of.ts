import type { RoundSettings } from '@/db/schema/rounds'
import { type Timetable, type TimetableField, timetableWords } from './timetable'

/** The ten instants of a round, in the order of the timetable, without what else the row holds. */
export function timetableOf(round: Timetable): Timetable {
  const fields = Object.keys(timetableWords) as TimetableField[]
  return Object.fromEntries(fields.map((field) => [field, round[field]])) as Timetable
}

/**
 * The timetable with every instant after `from` moved by the same length: how the time lost in a suspension is given
 * back (R7.9) and how an extension leaves the later stages as long as they were. The order is kept.
 */
export function shiftAfter(timetable: Timetable, from: Date, milliseconds: number): Timetable {
  const moved = Object.entries(timetableOf(timetable)).map(([field, at]) => [
    field,
    at > from ? new Date(at.getTime() + milliseconds) : at,
  ])
  return Object.fromEntries(moved) as Timetable
}

/** The settings with the hard end of the soft close moved alike: it is an instant of the timetable too. */
export function delayedSettings(settings: RoundSettings, from: Date, milliseconds: number): RoundSettings {
  const { hardEnd } = settings.softClose
  if (hardEnd === null || new Date(hardEnd) <= from) return settings
  const moved = new Date(new Date(hardEnd).getTime() + milliseconds).toISOString()
  return { ...settings, softClose: { ...settings.softClose, hardEnd: moved } }
}
