import { desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registryReports, reportOutcomes } from '@/db/schema/allocations'
import { registrars } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { canSponsor } from '@/domain/registrars/rules'
import { query } from '@/lib/query'
import { newestTokens } from './newest-tokens'
import { readCourse } from './read-course'
import { isAlarming } from './rules'

/** Awards between paid and allocated, those allocated lately, and reports that somebody has to look at. */
export const allocationsForOfficers = query('allocations.manage', async ({ db }) => {
  const rows = await db
    .select({
      awardId: awards.id,
      label: awards.label,
      state: awards.state,
      stateSince: awards.stateSince,
      holder: organisations.legalName,
      registrar: registrars.name,
      ianaId: registrars.ianaId,
      status: registrars.status,
    })
    .from(awards)
    .innerJoin(registrars, eq(registrars.ianaId, awards.registrarIanaId))
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .where(
      or(
        eq(awards.state, 'paid'),
        sql`${awards.state} = 'allocated' and ${awards.stateSince} > clock_timestamp() - interval '90 days'`,
      ),
    )
    .orderBy(desc(eq(awards.state, 'paid')), awards.stateSince)
    .limit(500)
  const tokens = await newestTokens(
    db,
    rows.map(({ awardId }) => awardId),
  )
  const alarms = await db
    .select({
      id: registryReports.id,
      receivedAt: registryReports.receivedAt,
      name: registryReports.name,
      registrarIanaId: registryReports.registrarIanaId,
      outcome: registryReports.outcome,
      awardId: registryReports.awardId,
    })
    .from(registryReports)
    .where(inArray(registryReports.outcome, reportOutcomes.filter(isAlarming)))
    .orderBy(desc(registryReports.receivedAt))
    .limit(50)
  return {
    rows: rows.map((row) => ({ ...row, canSponsor: canSponsor(row), token: tokens.get(row.awardId) })),
    alarms,
  }
})

/** The course of one award, with every token, report and lookup. */
export const allocationForOfficers = query(
  'allocations.manage',
  ({ db, input }: { db: Reader; input: { awardId: string } }) => readCourse(db, input.awardId),
)

/** What the stand-in registry of the demo world holds under a name: the registrar that created it. */
export async function standInDomain(db: Reader, name: string): Promise<number | undefined> {
  const [row] = await db
    .select({ ianaId: registryReports.registrarIanaId })
    .from(registryReports)
    .where(
      sql`${registryReports.name} = ${name} and ${registryReports.kind} = 'domain.created'
        and ${registryReports.outcome} = 'redeemed'`,
    )
    .orderBy(desc(registryReports.receivedAt))
    .limit(1)
  return row?.ianaId ?? undefined
}
