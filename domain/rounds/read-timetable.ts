import { resolveLocal } from '@/lib/time/resolve-local'
import { checkTimetable, type Timetable, type TimetableField, timetableWords } from './timetable'

/** A wall-clock time as typed; `choose` says which of the two it means where clocks go back. */
export type LocalTime = { local: string; choose?: 'earlier' | 'later' | undefined }
export type TypedTimetable = { zone: string } & Record<TimetableField, LocalTime>

export type ReadTimetable =
  | { ok: true; timetable: Timetable }
  /** By field: `zone`, `biddingOpensAt.local`, or `biddingOpensAt.choose` where a choice is missing. */
  | { ok: false; fields: Record<string, string> }

/** A slip of the keyboard, not a plan. */
const LAST_YEAR = '2100'

const fieldNames = Object.keys(timetableWords) as TimetableField[]

/**
 * Resolves the ten wall-clock times of a timetable in its zone and checks their order (R3.2). An hour that clocks skip
 * is refused, an hour they repeat must be chosen: no deadline is guessed.
 */
export function readTimetable(typed: TypedTimetable): ReadTimetable {
  const timetable: Partial<Timetable> = {}
  const fields: Record<string, string> = {}
  for (const field of fieldNames) {
    const read = readInstant(typed[field], typed.zone)
    if (read instanceof Date) timetable[field] = read
    else fields[read.field === 'zone' ? 'zone' : `${field}.${read.field}`] ??= read.message
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields }
  const complete = timetable as Timetable
  const failures = checkTimetable(complete)
  if (failures.length === 0) return { ok: true, timetable: complete }
  return {
    ok: false,
    fields: Object.fromEntries(failures.map(({ field, message }) => [`${field}.local`, message])),
  }
}

/** One typed time as an instant, or what is wrong with it. */
export function readInstant(
  { local, choose }: LocalTime,
  zone: string,
): Date | { field: 'zone' | 'local' | 'choose'; message: string } {
  if (local.slice(0, 4) >= LAST_YEAR) return { field: 'local', message: `Choose a day before ${LAST_YEAR}.` }
  const resolved = resolveLocal(local, zone)
  const hour = local.slice(11, 16)
  const day = local.slice(0, 10)
  switch (resolved.kind) {
    case 'exact':
      return resolved.instants[0]
    case 'ambiguous': {
      const [earlier, later] = resolved.instants
      if (choose) return choose === 'earlier' ? earlier : later
      const message = `Clocks go back: ${hour} comes twice on ${day}. Choose ${utc(earlier)} or ${utc(later)}.`
      return { field: 'choose', message }
    }
    case 'nonexistent':
      return {
        field: 'local',
        message: `Clocks go forward: there is no ${hour} on ${day} in ${zone}. Choose another time.`,
      }
    case 'refused':
      return resolved
  }
}

function utc(at: Date): string {
  return `${at.toISOString().slice(11, 16)} UTC`
}
