import { sql } from 'drizzle-orm'
import { clarificationDelays, clarifications } from '@/db/schema/clarifications'

/** Until when a question can be answered: as it was asked, or as a suspension moved it. Half-open. */
export const dueNow = sql<Date>`coalesce((select max(${clarificationDelays.dueAt}) from ${clarificationDelays}
  where ${clarificationDelays.clarificationId} = ${clarifications.id}), ${clarifications.dueAt})`.mapWith(
  clarifications.dueAt,
)
