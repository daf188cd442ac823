import { and, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { cctlds, isoCategories } from '@/db/schema/labels'
import type { CountryCodeFacts } from './release-routes'

/**
 * What the dated lists say of each label today, by the database's calendar in UTC: a decision is judged by the category
 * of its day (R1.3). A label that can be no country code has the category null.
 */
export async function countryCodeFacts(
  db: Reader,
  names: readonly string[],
): Promise<Map<string, CountryCodeFacts>> {
  const list = [...names]
  const categories = await db
    .select({ code: isoCategories.code, category: isoCategories.category })
    .from(isoCategories)
    .where(and(inArray(isoCategories.code, list), holdsToday(isoCategories)))
  const delegated = await db
    .select({ code: cctlds.code })
    .from(cctlds)
    .where(and(inArray(cctlds.code, list), holdsToday(cctlds)))
  const categoryOf = new Map(categories.map((row) => [row.code, row.category]))
  const inTheRoot = new Set(delegated.map((row) => row.code))
  return new Map(
    list.map((label) => [label, { category: categoryOf.get(label) ?? null, cctld: inTheRoot.has(label) }]),
  )
}

const today = sql`(clock_timestamp() at time zone 'UTC')::date`

/** A dated row holds from its first day until, not including, its last. */
export function holdsToday(table: typeof isoCategories | typeof cctlds) {
  return and(lte(table.validFrom, today), or(isNull(table.validTo), sql`${table.validTo} > ${today}`))
}
