import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { users } from '@/db/schema/people'
import { quarterFigures, statementSettings, statements } from '@/db/schema/statements'
import { hashOf } from '@/lib/hash'
import { query } from '@/lib/query'
import { composeStatement } from './compose-statement'
import { readServiceFees } from './read-service-fees'
import { readSettings } from './read-settings'
import { capHundredths, FEE_BEFORE_2007_MINOR, highestFee, isAtMost, serviceFeeCaps } from './service-fee-cap'
import type { StatementContent } from './statement-content'

/** The quarters with their figures and frozen statements, the newest first, and the settings in force (R14.1). */
export const statementsOverview = query('statements.read', async ({ db }) => {
  const figures = await db
    .selectDistinctOn([quarterFigures.quarter])
    .from(quarterFigures)
    .orderBy(desc(quarterFigures.quarter), desc(quarterFigures.recordedAt), desc(quarterFigures.id))
  const frozen = await db
    .selectDistinctOn([statements.quarter])
    .from(statements)
    .orderBy(statements.quarter, desc(statements.version))
  const history = await db.select().from(statementSettings).orderBy(desc(statementSettings.version))
  return {
    settings: await readSettings(db),
    history,
    quarters: figures.map((row) => ({
      ...row,
      frozen: frozen.find(({ quarter }) => quarter === row.quarter) ?? null,
    })),
  }
})

/**
 * The statement of a quarter: the version asked for, else the last frozen one, else as it stands now. `isCurrent`: what
 * is recorded today gives the same.
 */
export const statementOfQuarter = query('statements.read', async ({ db, input }) => {
  const { quarter, version } = input as { quarter: string; version?: number }
  const versions = await db
    .select()
    .from(statements)
    .where(eq(statements.quarter, quarter))
    .orderBy(desc(statements.version))
  const now = await composeStatement(db, quarter)
  const shown = version === undefined ? versions[0] : versions.find((each) => each.version === version)
  if (version !== undefined && version !== 0 && !shown) return undefined
  const content = shown ? (shown.content as StatementContent) : now
  if (!content) return undefined
  return {
    content,
    hash: shown?.contentHash ?? hashOf(content),
    frozen: shown ? { ...shown, ...(await namesOf(db, shown)) } : null,
    versions: versions.map((each) => each.version),
    isCurrent: now !== undefined && versions[0]?.contentHash === hashOf(now),
  }
})

async function namesOf(db: Reader, { frozenBy, approvedBy }: typeof statements.$inferSelect) {
  const people = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [frozenBy, approvedBy]))
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  return { frozenByName: name(frozenBy), approvedByName: name(approvedBy) }
}

/** The caps of 7.3(a) as far as fees are recorded, and the Programme’s names, which are exempt (R14.2). */
export const capsOverview = query('statements.read', async ({ db }) => {
  const fees = await readServiceFees(db)
  let until = 2007
  while (fees.has(until)) until += 1
  const answer = serviceFeeCaps({
    start: { year: 2006, capMinor: FEE_BEFORE_2007_MINOR },
    charged: new Map([
      [2006, FEE_BEFORE_2007_MINOR],
      ...[...fees].map(([year, row]) => [year, row.feeMinor] as const),
    ]),
    until,
  })
  if (!answer.ok) throw new Error(`The fee of ${answer.missingYear} is missing.`)
  const exempt = await db
    .select({ label: awards.label, since: awards.offeredAt })
    .from(awards)
    .where(inArray(awards.state, ['accepted', 'paid', 'allocated']))
    .orderBy(asc(awards.label))
  return {
    exempt,
    /** Recorded beyond a year that is missing: their caps stay open. */
    beyond: [...fees.keys()].filter((year) => year > until),
    years: [...answer.caps]
      .filter(([year]) => year >= 2007)
      .map(([year, cap]) => {
        const charged = fees.get(year)
        return {
          year,
          capHundredths: capHundredths(cap),
          highestFeeMinor: highestFee(cap),
          charged: charged ?? null,
          isKept: charged ? isAtMost(charged.feeMinor, cap) : null,
        }
      }),
  }
})
