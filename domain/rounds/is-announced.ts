import { and, eq, isNotNull } from 'drizzle-orm'
import { rounds } from '@/db/schema/rounds'

/** A round exists for the public from its approval on; a practice never does (R3.6). */
export const isAnnounced = and(isNotNull(rounds.approvedAt), eq(rounds.practice, false))
