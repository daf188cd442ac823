import { and, asc, count, desc, eq, gt, ilike, isNull, sql } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { registrarInvitations } from '@/db/schema/allocations'
import { registrarImports, registrars } from '@/db/schema/applications'
import { sha256Hex } from '@/lib/hash'
import { query } from '@/lib/query'
import { peopleActing } from './people-acting'

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

/** One registrar, who acts for it and who is invited to. Undefined: nobody has this id. */
export const registrarForOfficers = query(
  'labels.manage',
  async ({ db, input: { ianaId } }: { db: Reader; input: { ianaId: number } }) => {
    const [row] = await db.select().from(registrars).where(eq(registrars.ianaId, ianaId))
    if (!row) return undefined
    const invited = await db
      .select({
        id: registrarInvitations.id,
        email: registrarInvitations.email,
        expiresAt: registrarInvitations.expiresAt,
      })
      .from(registrarInvitations)
      .where(and(eq(registrarInvitations.registrarIanaId, ianaId), isOpen))
      .orderBy(asc(registrarInvitations.email))
    return { ...row, people: await peopleActing(db, ianaId), invited }
  },
)

const isOpen = and(
  isNull(registrarInvitations.acceptedAt),
  isNull(registrarInvitations.revokedAt),
  gt(registrarInvitations.expiresAt, sql`clock_timestamp()`),
)

/** What an open invitation to act for a registrar says, by the token of its link; undefined when it is over. */
export async function readRegistrarInvitation(token: string, db: Reader = database()) {
  const [row] = await db
    .select({
      email: registrarInvitations.email,
      expiresAt: registrarInvitations.expiresAt,
      registrar: registrars.name,
      ianaId: registrars.ianaId,
    })
    .from(registrarInvitations)
    .innerJoin(registrars, eq(registrars.ianaId, registrarInvitations.registrarIanaId))
    .where(and(eq(registrarInvitations.tokenHash, sha256Hex(token)), isOpen))
  return row
}
