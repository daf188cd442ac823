import { database } from '@/db/client'
import { quarterFigures } from '@/db/schema/statements'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { makePerson } from './people'

type Wanted = { quarter: string; revenueMinor?: bigint; increments?: bigint }

/** Recorded figures of a quarter: 300,000 increments at US$4.00 unless said otherwise. */
export async function makeFigures({ quarter, revenueMinor, increments }: Wanted): Promise<void> {
  const recorder = await makePerson({ roles: ['finance-officer'] })
  await database()
    .insert(quarterFigures)
    .values({
      id: newId('fig'),
      quarter,
      revenueMinor: revenueMinor ?? 120_000_000n,
      increments: increments ?? 300_000n,
      source: 'A trial',
      recordedBy: recorder.userId,
      recordedAt: processNow(),
    })
}
