import { desc } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { statementSettings } from '@/db/schema/statements'
import { FIRST_SETTINGS, type RevenueSettings } from './programme-revenue'

/** The settings in force: the latest version, or the portal’s first. */
export async function readSettings(db: Reader): Promise<RevenueSettings> {
  const { version, basis, commissionBp, recognition } = statementSettings
  const [latest] = await db
    .select({ version, basis, commissionBp, recognition })
    .from(statementSettings)
    .orderBy(desc(version))
    .limit(1)
  return latest ?? FIRST_SETTINGS
}
