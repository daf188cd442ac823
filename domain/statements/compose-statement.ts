import { and, asc, desc, eq, gte, lt, notInArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { quarterFigures } from '@/db/schema/statements'
import { feeOf } from './fee'
import { feeTables, isInForce } from './fee-tables'
import { formatHundredths } from './fractions'
import { countedMinor, type RevenueSettings, settingsWords } from './programme-revenue'
import { boundsOf } from './quarters'
import { readSettings } from './read-settings'
import type { StatementContent } from './statement-content'

/**
 * The statement of a quarter under 7.2(a) as it stands now (R14.1): ordinary figures, the Programme’s revenue by the
 * settings in force, and average, rate and fee by every reading of the table. Undefined without recorded figures.
 */
export async function composeStatement(db: Reader, quarter: string): Promise<StatementContent | undefined> {
  const [ordinary] = await db
    .select()
    .from(quarterFigures)
    .where(eq(quarterFigures.quarter, quarter))
    .orderBy(desc(quarterFigures.recordedAt), desc(quarterFigures.id))
    .limit(1)
  if (!ordinary) return undefined
  const settings = await readSettings(db)
  const names = await programmeNames(db, quarter, settings)
  const programmeRevenueMinor = names.reduce((sum, name) => sum + BigInt(name.countedMinor), 0n)
  const { revenueMinor, increments } = ordinary
  const bounds = boundsOf(quarter)
  return {
    v: 1,
    quarter,
    ...bounds,
    ordinary: {
      revenueMinor: `${revenueMinor}`,
      increments: `${increments}`,
      source: ordinary.source,
      recordedAt: ordinary.recordedAt.toISOString(),
    },
    programme: { settings, words: settingsWords(settings), revenueMinor: `${programmeRevenueMinor}`, names },
    tables: Object.values(feeTables)
      .filter((table) => isInForce(table, bounds.from))
      .map((table) => {
        const fee = feeOf({ revenueMinor, programmeRevenueMinor, increments }, table)
        const without = feeOf({ revenueMinor, programmeRevenueMinor: 0n, increments }, table)
        return {
          id: table.id,
          name: table.name,
          verified: table.verified,
          fee: fee &&
            without && {
              averageMinor: formatHundredths(fee.averageHundredths),
              averageWithoutMinor: formatHundredths(without.averageHundredths),
              ratePerIncrementMinor: `${fee.ratePerIncrementMinor}`,
              feeMinor: `${fee.feeMinor}`,
              feeWithoutMinor: `${without.feeMinor}`,
              atCap: fee.atCap,
            },
        }
      }),
  }
}

/** The awards whose price counts in the quarter, by the day that the settings name (UTC). */
async function programmeNames(db: Reader, quarter: string, settings: RevenueSettings) {
  const { from, to } = boundsOf(quarter)
  const day = settings.recognition === 'payment' ? awards.paidAt : awards.offeredAt
  const rows = await db
    .select({ awardId: awards.id, label: awards.label, priceMinor: awards.priceMinor, at: day })
    .from(awards)
    .where(
      and(
        gte(day, new Date(`${from}T00:00:00Z`)),
        lt(day, new Date(`${to}T00:00:00Z`)),
        settings.recognition === 'award' ? notInArray(awards.state, ['declined', 'defaulted']) : undefined,
      ),
    )
    .orderBy(asc(day), asc(awards.label))
  return rows.map(({ awardId, label, priceMinor, at }) => ({
    awardId,
    label,
    day: at!.toISOString().slice(0, 10),
    priceMinor: `${priceMinor}`,
    countedMinor: `${countedMinor(priceMinor, settings)}`,
  }))
}
