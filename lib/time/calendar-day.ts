import { z } from 'zod'

/** Before it nobody means a day of anything here; and the database has no year 0, which the calendar of browsers has. */
const FIRST = '1900-01-01'

/** A day as HTML's `date` writes it, such as 2026-12-01. */
export const calendarDay = (message: string) =>
  z.iso.date(message).refine((day) => day >= FIRST, 'Enter the year in four digits, from 1900 on.')

/** Whether a text is such a day. */
export const isCalendarDay = (text: string): boolean => calendarDay('').safeParse(text).success
