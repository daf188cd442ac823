import { z } from 'zod'

/** A registrar's number in IANA's list. */
export const IanaId = z
  .number({ error: 'This is no IANA id.' })
  .int('This is no IANA id.')
  .min(1, 'This is no IANA id.')
