import { pathToFileURL } from 'node:url'
import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { closeDatabase, database } from '@/db/client'
import { lots, rounds } from '@/db/schema/rounds'
import { auditLog } from '@/db/schema/system'
import { env } from '@/env'
import { askSecondPerson } from './ask-second-person'
import { holdFurtherRound } from './rounds/further-round'
import { startSeedClock } from './seed-clock'
import { readPerson, readWorld, tell } from './world'

const DAYS = 8 * 24
const MINUTE = 60_000

/**
 * What a newcomer of next week needs to find the demo world alive: an open round in bidding with half an hour left, and a
 * request that waits for a second person. Run at every start of the demo world; does nothing outside it.
 */
export async function keepBiddingAlive(): Promise<void> {
  if (!env.DEMO) return
  // Before the first connection of this process: the clock decides what it sees.
  const clock = await startSeedClock(DAYS)
  try {
    if (!(await isBidding(clock.now))) {
      const [last] = await database()
        .select({ at: auditLog.at })
        .from(auditLog)
        .orderBy(desc(auditLog.id))
        .limit(1)
      const eightDaysAgo = await clock.read()
      const since = new Date(
        Math.min(
          Math.max(last?.at.getTime() ?? 0, eightDaysAgo.getTime()),
          clock.now.getTime() - 10 * MINUTE,
        ),
      )
      await tell(clock, [holdFurtherRound(await readWorld(clock), since)])
    }
    await clock.moveTo(clock.now)
    await askSecondPerson(await readPerson('dana@programme.example'))
  } finally {
    await clock.end()
  }
}

/** Whether some name can still be bid on in the open in half an hour. */
async function isBidding(now: Date): Promise<boolean> {
  const [lot] = await database()
    .select({ one: sql`1` })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .where(
      and(
        eq(rounds.format, 'open-ascending'),
        eq(lots.state, 'open'),
        gte(lots.closesAt, new Date(now.getTime() + 30 * MINUTE)),
      ),
    )
    .limit(1)
  return lot !== undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await keepBiddingAlive().finally(closeDatabase)
