import { and, asc, eq, ilike, or, sql } from 'drizzle-orm'
import { registrars } from '@/db/schema/applications'
import { isReservedId } from '@/domain/registrars/rules'
import { query } from '@/lib/query'

const MOST_FOUND = 20

/**
 * Registrars that could sponsor, by part of the name or IANA id (R4.2): the best 20, and how many there are in all.
 * Empty text finds none.
 */
export const searchSponsors = query('applications.own', async ({ db, input }) => {
  const text = (input as { text: string }).text.trim().slice(0, 100)
  if (text === '') return { found: [], more: false }
  const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const byId = /^\d{1,7}$/.test(text) ? eq(registrars.ianaId, Number(text)) : undefined
  const rows = await db
    .select({ ianaId: registrars.ianaId, name: registrars.name })
    .from(registrars)
    .where(and(eq(registrars.status, 'Accredited'), or(ilike(registrars.name, pattern), byId)))
    .orderBy(sql`position(lower(${text}) in lower(${registrars.name}))`, asc(registrars.name))
    .limit(MOST_FOUND + 1)
  const found = rows.filter(({ ianaId }) => !isReservedId(ianaId))
  return { found: found.slice(0, MOST_FOUND), more: rows.length > MOST_FOUND }
})
