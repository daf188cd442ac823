import { and, asc, count, desc, eq, ilike, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registrarImports, registrars } from '@/db/schema/applications'
import { query } from '@/lib/query'

export const REGISTRARS_PER_PAGE = 50

export type RegistrarFilter = {
  text: string
  status?: 'Accredited' | 'Terminated' | 'Reserved'
  page: number
}

/** Registrars by name or IANA id, a page at a time, with the newest imports. */
export const registrarsForOfficers = query(
  'labels.manage',
  async ({ db, input }: { db: Reader; input: RegistrarFilter }) => {
    const id = /^\d{1,9}$/.test(input.text) ? Number(input.text) : undefined
    const where = and(
      input.status && eq(registrars.status, input.status),
      id !== undefined
        ? eq(registrars.ianaId, id)
        : input.text !== ''
          ? ilike(registrars.name, `%${input.text.replace(/[\\%_]/g, '\\$&')}%`)
          : undefined,
    )
    const [found] = await db.select({ count: count() }).from(registrars).where(where)
    const total = found?.count ?? 0
    const pages = Math.max(1, Math.ceil(total / REGISTRARS_PER_PAGE))
    const page = Math.min(Math.max(1, input.page), pages)
    return {
      total,
      page,
      pages,
      rows: await db
        .select()
        .from(registrars)
        .where(where)
        .orderBy(asc(sql`lower(${registrars.name})`), asc(registrars.ianaId))
        .limit(REGISTRARS_PER_PAGE)
        .offset((page - 1) * REGISTRARS_PER_PAGE),
      imports: await db.select().from(registrarImports).orderBy(desc(registrarImports.at)).limit(5),
    }
  },
)

/** One registrar. Undefined: nobody has this id. */
export const registrarForOfficers = query(
  'labels.manage',
  async ({ db, input }: { db: Reader; input: { ianaId: number } }) => {
    const [row] = await db.select().from(registrars).where(eq(registrars.ianaId, input.ianaId))
    return row
  },
)
