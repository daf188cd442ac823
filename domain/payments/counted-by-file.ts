import { and, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { bankEntries } from '@/db/schema/settlement'

/** Whether a bank file has counted money of this reference and amount: the same is not recorded by hand as well. */
export async function isCountedByFile(
  db: Reader,
  { reference, amountMinor }: { reference: string; amountMinor: bigint },
): Promise<boolean> {
  const [entry] = await db
    .select({ id: bankEntries.id })
    .from(bankEntries)
    .where(and(eq(bankEntries.reference, reference), eq(bankEntries.amountMinor, amountMinor)))
    .limit(1)
  return entry !== undefined
}
