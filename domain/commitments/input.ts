import { z } from 'zod'
import { proofKinds, remedyRungs } from '@/db/schema/build-out'
import { calendarDay } from '@/lib/time/calendar-day'

export const Id = z.string().min(1).max(40)

/** Why it is done; the registrant reads it. */
export const Reason = z
  .string()
  .trim()
  .min(10, 'Give the reason in at least 10 characters: the registrant reads it.')
  .max(2000, 'Use at most 2,000 characters.')

/** A calendar day. */
export const Day = calendarDay('Choose a day that is in the calendar.')

export const Milestone = z
  .string()
  .trim()
  .min(3, 'Say what is promised.')
  .max(500, 'Use at most 500 characters.')

export const Proof = z
  .string()
  .trim()
  .min(3, 'Say how it can be checked.')
  .max(500, 'Use at most 500 characters.')

export const ProofKinds = z
  .array(z.enum(proofKinds), { error: 'Choose at least one kind of proof.' })
  .min(1, 'Choose at least one kind of proof.')

export const Remedy = z.enum(remedyRungs, { error: 'Choose how far the ladder may lead.' })

export const WeightBp = z.coerce
  .number({ error: 'Enter the weight in basis points.' })
  .int('Enter whole basis points.')
  .min(0, 'Enter 0 to 10,000 basis points.')
  .max(10_000, 'Enter 0 to 10,000 basis points.')
